import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { shellCaller, systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getGroupsSeries } from '@/db/queries/groups-series'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { seriesParamsSchema } from '@/lib/customer-groups/series-params'
import { customersExportSchema } from '@/lib/customers/list'
import { GROUPINGS, MONTHS_PERIODS } from '@/lib/definitions'
import { ordersExportSchema } from '@/lib/orders/list'
import { exportCustomersList, exportOrdersList } from '@/lib/server/list-exports'
import type { Trial } from './trial'

export type MovingFormat = 'csv' | 'xlsx'
/** Names and ids of customers, who may be equal and then stand by their ids, and the colours of groups. */
const NO_FIGURES = ['top_customers', 'color']

type Files = { customers: Buffer; orders: Buffer }

/** Both lists as they are exported. */
export async function takeOut(pool: pg.Pool, format: MovingFormat): Promise<Files> {
  const { signal } = new AbortController()
  const bytes = async ({ body }: { body: ReadableStream<Uint8Array> }) =>
    Buffer.from(await new Response(body).arrayBuffer())
  const customers = await exportCustomersList(pool, shellCaller(), customersExportSchema.parse({ format }), signal)
  const orders = await exportOrdersList(pool, shellCaller(), ordersExportSchema.parse({ format }), signal)
  return { customers: await bytes(customers), orders: await bytes(orders) }
}

/** Imports both exports as they are, as the command line does. Throws with the first wrong rows. */
export async function bringIn(trial: Pick<Trial, 'importFiles' | 'errorRows'>, files: Files, format: MovingFormat) {
  const names = { customers: `customers.${format}`, orders: `orders.${format}` }
  const report = await trial.importFiles(files, { names })
  if (report.applied) return report
  throw new Error(`wrong rows: ${JSON.stringify((await trial.errorRows()).slice(0, 5))}`)
}

/** The figures of every period of months under every grouping, and those over time. */
export async function figuresOf(db: NodePgDatabase, asOf: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const group_by of GROUPINGS) {
    const asked = MONTHS_PERIODS.map(async (period) => {
      const params = groupsParamsSchema.parse({ period, group_by, as_of: asOf, activity: 'all' })
      answers[`${group_by} ${period}`] = await getCustomerGroups(db, systemScope(), params)
    })
    const params = seriesParamsSchema.parse({ period: '1year', group_by, as_of: asOf })
    answers[`${group_by} over time`] = await getGroupsSeries(db, systemScope(), params)
    await Promise.all(asked)
  }
  return JSON.parse(JSON.stringify(answers, (name, value) => (NO_FIGURES.includes(name) ? undefined : value)))
}
