import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Scope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { type ExplanationAnswer, explanationAnswerSchema } from '@/lib/customer-groups/explanation/contract'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { getExplanation } from './explanation'

/** March 2026, compared with February. */
const MARCH = { period: 'custom', from: '2026-03-01', to: '2026-03-31', as_of: '2026-06-01T00:00:00Z' }
const february = (amountMinor: number) => ({ at: '2026-02-05T10:00:00Z', amountMinor })
const march = (amountMinor: number) => ({ at: '2026-03-05T10:00:00Z', amountMinor })

const company: CustomerSpec[] = [
  { name: 'Asha', orders: [february(100), march(200), march(300), { ...march(500), branch: 'north' }] },
  { name: 'Baraka', orders: [march(50)] },
  { name: 'Chiku', orders: [{ ...february(10), branch: 'north' }] },
  { name: 'Dalili', orders: [{ ...march(70), status: 'cancelled' }] },
  { name: 'Eshe' },
]

let database: TestDatabase
let northOnly: Scope
beforeAll(async () => {
  database = await createTestDatabase()
  const specs = company.map((customer) => ({ ...customer, group: 'company' }))
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, specs)
  const [north] = await database.db.select().from(branches).where(eq(branches.code, 'north'))
  northOnly = branchScope(north ? [north.id] : [])
})
afterAll(() => database.drop())

async function explain(asked: Record<string, string>, scope: Scope = systemScope()) {
  const params = parseSearchParams(new URLSearchParams({ ...MARCH, among: 'bridge', ...asked }), explanationQuerySchema)
  return explanationAnswerSchema.parse(await getExplanation(database.db, scope, params))
}

const reasons = (left: readonly { reason: string; count: number }[]) =>
  Object.fromEntries(left.map(({ reason, count }) => [reason, count]))

/** Who is in an amount of why revenue changed, with what each of them brings to it. */
const parts = ({ items }: ExplanationAnswer['rows']) =>
  items.map((row) => 'full_name' in row && [row.full_name, row.amount])

test('why revenue changed is explained by its customers, whose parts add up to it', async () => {
  const asked = { group: 'company', activity: 'inactive', q: 'nobody' }
  const visits = await explain({ ...asked, figure: 'visits_change' })
  expect(visits).toMatchObject({ value: 2, rows: { sum: 2, considered: 4 } })
  // Once for 1.00 before, three times for 10.00 now: two visits more at 1.00, and the rest for what a visit brings.
  expect(visits.rows.items).toMatchObject([
    { full_name: 'Asha', orders: 3, revenue: 10, previous: { orders: 1, revenue: 1 }, amount: 2 },
  ])
  expect(reasons(visits.rows.left_out)).toEqual({ only_cancelled: 1, not_back: 1, new: 1 })
  expect(parts((await explain({ ...asked, figure: 'value_change' })).rows)).toEqual([['Asha', 7]])
  expect(parts((await explain({ ...asked, figure: 'new_change' })).rows)).toEqual([['Baraka', 0.5]])
  const stopped = await explain({ ...asked, figure: 'stopped_change' })
  expect(stopped).toMatchObject({ value: -0.1, rows: { sum: -0.1 } })
  expect(parts(stopped.rows)).toEqual([['Chiku', -0.1]])
  expect(reasons(stopped.rows.left_out)).toEqual({ only_cancelled: 1, new: 1, continued: 1 })
  expect(await explain({ ...asked, figure: 'resurrected_change' })).toMatchObject({ value: 0, rows: { sum: 0 } })
})

test('both revenues between which it changed are explained by who brought them, whatever the list shows', async () => {
  const asked = { figure: 'total_revenue', group: 'company', activity: 'not_back' }
  const now = await explain(asked)
  expect(now).toMatchObject({ value: 10.5, rows: { kind: 'customers', sum: 10.5 } })
  expect(parts(now.rows)).toEqual([
    ['Asha', 10],
    ['Baraka', 0.5],
  ])
  const before = await explain({ ...asked, at: 'previous' })
  expect(before).toMatchObject({ value: 1.1, rows: { sum: 1.1 } })
  expect(parts(before.rows)).toEqual([
    ['Asha', 1],
    ['Chiku', 0.1],
  ])
  const change = await explain({ ...asked, at: 'change' })
  expect(change).toMatchObject({ compared: { current: 10.5, previous: 1.1 }, rows: { sum: 10.5 } })
})

test('of all branches together each customer has one part, also who came to another one than before', async () => {
  const all = { group_by: 'branch' }
  const asha = { figure: 'visits_change', ...all }
  // In the main branch one visit more at 1.00; in both together two.
  expect(parts((await explain({ ...asha, group: 'main' })).rows)).toEqual([['Asha', 1]])
  expect(parts((await explain(asha)).rows)).toEqual([['Asha', 2]])
  const back = await explain({ figure: 'resurrected_change', ...all, group: 'north' })
  expect(parts(back.rows)).toEqual([['Asha', 5]])
  const stopped = await explain({ figure: 'stopped_change', ...all, group: 'company', group_by: 'type' }, northOnly)
  expect(stopped).toMatchObject({ value: -0.1, rows: { considered: 2, page: { total: 1 } } })
})
