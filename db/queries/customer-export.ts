import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import Cursor from 'pg-cursor'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'
import type { ExportParams } from '@/lib/customer-groups/contract'
import { listedColumns, listOrder, matchesCte } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { membersCte } from './members'
import { wholeText } from './row-values'
import { withVisible } from './visible-records'

const BATCH_ROWS = 1_000
const LONGEST_MS = 15 * 60_000

const exportRow = z.object({
  group: z.string(),
  group_name: z.string(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  registered_at: z.string(),
  total_orders: wholeText,
  service_orders: wholeText,
  sales_orders: wholeText,
  consultation_orders: wholeText,
  completed_orders: wholeText,
  revenue_minor: wholeText,
  last_order_date: z.string().nullable(),
})
/** A customer of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00. */
export type ExportRow = z.output<typeof exportRow>

/** An open export. `read` gives the next rows, none at the end; `close` gives the connection back, at any time. */
export type CustomerExport = { frame: Frame; read(): Promise<ExportRow[]>; close(): Promise<void> }

/**
 * Opens the list of everything that matches, never only a page, in the list's order, on a connection of its own and from
 * one snapshot. Throws what `getCustomerGroups` throws.
 */
export async function openCustomerExport(pool: pg.Pool, scope: Scope, params: ExportParams): Promise<CustomerExport> {
  const frame = await resolveFrame(createDatabase(pool), scope, params)
  const { sql: text, params: values } = new PgDialect().sqlToQuery(exportStatement(frame, params))
  const client = await pool.connect()
  // The pool listens to idle connections alone; one lost between two reads would end the process.
  client.on('error', () => {})
  const close = closer(client)
  try {
    await client.query('begin read only')
    await client.query(
      `set local statement_timeout = ${LONGEST_MS}; set local idle_in_transaction_session_timeout = ${LONGEST_MS}`,
    )
    const cursor = client.query(new Cursor<unknown>(text, values))
    return { frame, close, read: async () => z.array(exportRow).parse(await cursor.read(BATCH_ROWS)) }
  } catch (error) {
    await close()
    throw error
  }
}

function exportStatement(frame: Frame, params: ExportParams): SQL {
  const local = (at: SQL) => sql`to_char(${at} at time zone ${frame.timeZone}, 'YYYY-MM-DD HH24:MI:SS')`
  return sql`
    ${withVisible(frame.visibleBranchIds, [membersCte(frame, params.activity), matchesCte(frame)])}
    select ${customerGroups.key} as "group", ${customerGroups.name} as group_name, ${listedColumns},
      ${local(sql`page.registered_at`)} as registered_at, page.total_orders, page.service_orders, page.sales_orders,
      page.consultation_orders, page.completed_orders, page.revenue_minor, ${local(sql`page.last_order_at`)} as last_order_date
    from matches as page
    join ${customers} on ${customers.id} = page.id
    join ${customerGroups} on ${customerGroups.id} = page.group_id
    order by ${listOrder(params)}`
}

/** Ends the connection rather than the cursor: the server then drops a running statement, its snapshot and its locks. */
function closer(client: pg.PoolClient): () => Promise<void> {
  let open = true
  return async () => {
    if (open) client.release(true)
    open = false
  }
}
