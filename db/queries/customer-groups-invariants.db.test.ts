import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { notes, vehicles } from '@/db/schema/customers'
import { askedWindows } from '@/db/testing/asked-windows'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { recordWorkshop } from '@/db/testing/workshop'
import { type GeneratedWorkshop, generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import { type GroupsAnswer, groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { exportParamsSchema, type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { showsOrders } from '@/lib/definitions'
import { openCustomerExport } from './customer-export'
import { getCustomerGroups, readGroups } from './customer-groups'
import { resolveFrame } from './frame'

type Recorded = GeneratedWorkshop & { database: TestDatabase; ids: Map<string, string> }

/** Checks a property on generated workshops, each recorded in a database of its own. */
async function holds(numRuns: number, property: (recorded: Recorded) => Promise<void>): Promise<void> {
  const check = async (workshop: GeneratedWorkshop) => {
    const database = await createTestDatabase()
    try {
      const ids = await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
      await property({ ...workshop, database, ids })
    } finally {
      await database.drop()
    }
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, check), { numRuns })
}

const ask = async ({ database }: Recorded, params: GroupsParams) =>
  groupsAnswerSchema.parse(await getCustomerGroups(database.db, systemScope(), params))

const cents = (amounts: number[]) => amounts.reduce((total, amount) => total + Math.round(amount * 100), 0)
const sum = (counts: number[]) => counts.reduce((total, n) => total + n, 0)

test('groups add up to totals, new and returning to active, the types to the orders', async () => {
  await holds(3, async (recorded) => {
    const check = async (params: GroupsParams) => {
      const { groups, totals } = await ask(recorded, params)
      const all = Object.values(groups)
      expect(sum(all.map((group) => group.customer_count))).toBe(totals.customers)
      expect(sum(all.map((group) => group.total_orders))).toBe(totals.orders)
      expect(cents(all.map((group) => group.total_revenue))).toBe(cents([totals.revenue]))
      expect(sum(all.map((group) => group.previous?.active_count ?? 0))).toBe(totals.previous?.customers ?? 0)
      for (const group of all) {
        expect(group.service_orders + group.sales_orders + group.consultation_orders).toBe(group.total_orders)
        if (showsOrders(params.activity))
          expect(group.new_customers + group.returning_customers).toBe(group.active_count)
      }
    }
    await checkEach(everyQuestion(recorded.asOf), check)
  })
})

// A workshop each, for a test has a minute.
test.each([1, 2])('the list and the export add up to the card, and top customers head the list: %i', async () => {
  await holds(1, async (recorded) => {
    const questions = everyQuestion(recorded.asOf).filter((_, index) => index % 5 === 0)
    const check = async (params: GroupsParams) => {
      const { groups } = await ask(recorded, params)
      for (const [group, stats] of Object.entries(groups)) {
        const { group_details } = await ask(recorded, { ...params, group, page_size: 100 })
        const listed = group_details?.customers ?? []
        expect(group_details?.stats).toEqual(stats)
        expect(listed).toHaveLength(stats.customer_count)
        expect(sum(listed.map((row) => row.total_orders))).toBe(stats.total_orders)
        expect(sum(listed.map((row) => row.completed_orders))).toBe(stats.completed_orders)
        expect(cents(listed.map((row) => row.revenue))).toBe(cents([stats.total_revenue]))
        const active = listed.filter((row) => row.total_orders > 0)
        expect(stats.top_customers.map(({ id }) => id)).toEqual(active.slice(0, 5).map(({ id }) => id))
        expect(await exported(recorded, { ...params, group })).toEqual(
          listed.map((row) => [row.external_id, row.total_orders, cents([row.revenue])]),
        )
      }
    }
    await checkEach(questions, check)
  })
})

async function exported({ database }: Recorded, params: GroupsParams) {
  const input = exportParamsSchema.parse({ ...params, page: '1', page_size: '25' })
  const opened = await openCustomerExport(database.pool, systemScope(), input)
  const rows = await opened.read()
  await opened.close()
  return rows.map((row) => [row.external_id, row.total_orders, row.revenue_minor])
}

test('adding a vehicle or a note changes no figure', async () => {
  await holds(3, async (recorded) => {
    const questions = everyQuestion(recorded.asOf).filter((_, index) => index % 7 === 0)
    const askAll = async () => {
      const answers: GroupsAnswer[] = []
      for (const params of questions) answers.push(await ask(recorded, params))
      return answers
    }
    const before = await askAll()
    const rows = [...recorded.ids.values()].map((customerId) => ({ customerId, id: crypto.randomUUID() }))
    await recorded.database.db.insert(vehicles).values(rows.map((row) => ({ ...row, plate: 'T 9' })))
    await recorded.database.db.insert(notes).values(rows.map((row) => ({ ...row, body: 'asked for a quote' })))
    expect(await askAll()).toEqual(before)
  })
})

test('the two parts of a period add up for orders and revenue', async () => {
  await holds(3, async (recorded) => {
    for (const asked of askedWindows(recorded.asOf)) {
      const params = groupsParamsSchema.parse({ as_of: recorded.asOf, ...asked })
      const { db } = recorded.database
      const frame = await resolveFrame(db, systemScope(), params)
      const { from, to } = frame.window
      const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString()
      const figures = async (window: { from: string; to: string }) =>
        (await readGroups(db, { ...frame, window }, params)).groups.map(({ stats }) => [
          stats.total_orders,
          stats.revenue_minor,
        ])
      const [whole, first, second] = await Promise.all([
        figures({ from, to }),
        figures({ from, to: middle }),
        figures({ from: middle, to }),
      ])
      expect(first.map((row, group) => row.map((n, figure) => n + (second[group]?.[figure] ?? 0)))).toEqual(whole)
    }
  })
})

test("the database session's time zone and date style change nothing", async () => {
  await holds(2, async (recorded) => {
    const questions = everyQuestion(recorded.asOf).filter((_, index) => index % 11 === 0)
    const options = '-c TimeZone=Pacific/Auckland -c DateStyle=SQL,DMY'
    const pool = new pg.Pool({ connectionString: recorded.database.url, options })
    const abroad = async (params: GroupsParams): Promise<GroupsAnswer> =>
      getCustomerGroups(createDatabase(pool), systemScope(), { ...params, group: 'personal' })
    for (const params of questions)
      expect(await abroad(params)).toEqual(await ask(recorded, { ...params, group: 'personal' }))
    await pool.end()
  })
})
