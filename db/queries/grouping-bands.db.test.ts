import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { getCustomerGroups } from './customer-groups'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function ask(params: Record<string, string>) {
  const asked = groupsParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', ...params })
  return groupsAnswerSchema.parse(await getCustomerGroups(database.db, systemScope(), asked))
}

const record = (specs: CustomerSpec[]) =>
  recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, specs)
const on = (day: string, amountMinor = 1000) => ({ at: `${day}T10:00:00Z`, amountMinor })

test('by recency every registered customer is in one band, with its days, thresholds and next move', async () => {
  await record([
    { name: 'Fresh', orders: [on('2025-01-01'), on('2026-03-01')] },
    { name: 'Slipping', orders: [on('2025-12-20')] },
    { name: 'Lapsed', orders: [on('2025-08-01')] },
    { name: 'Dormant', orders: [on('2024-08-01')] },
    { name: 'Never' },
  ])
  const { groups, totals, group_details } = await ask({ group_by: 'recency', activity: 'all', group: 'at_risk' })
  const counts = Object.entries(groups).map(([key, { customer_count }]) => [key, customer_count])
  expect(counts).toEqual([
    ['active', 1],
    ['at_risk', 1],
    ['lapsed', 1],
    ['dormant', 1],
    ['never', 1],
  ])
  expect(totals.customers).toBe(5)
  // 20 December 10:00 UTC and 101 whole days are 31 March 10:00; the 181st day after it is 19 June.
  expect(group_details?.customers[0]?.placement).toEqual({
    kind: 'recency',
    band: 'at_risk',
    days_since_last_order: 101,
    at_risk_after_days: 90,
    lapsed_after_days: 180,
    dormant_after_days: 365,
    rhythm: null,
    moves_on: '2026-06-19',
    moves_to: 'lapsed',
  })
})

test('an order after the end of the window changes no band', async () => {
  await record([{ name: 'Back since', orders: [on('2025-08-01'), on('2026-04-10')] }])
  const { groups } = await ask({ group_by: 'recency', activity: 'all' })
  expect(groups.lapsed?.customer_count).toBe(1)
})

test('by RFM few buyers are scored by fixed bands, and the answer says so', async () => {
  await record([
    { name: 'Champion', orders: Array.from({ length: 6 }, () => on('2026-03-20', 5000)) },
    { name: 'Once', orders: [on('2026-03-20', 100)] },
    { name: 'None' },
  ])
  const { groups, scoring, group_details } = await ask({ group_by: 'rfm', activity: 'all', group: 'champions' })
  expect(scoring).toEqual({ buyers: 2, fixed: true })
  expect(groups.champions?.customer_count).toBe(1)
  expect(groups.promising?.customer_count).toBe(1)
  expect(groups.no_order?.customer_count).toBe(1)
  // The average of 301.00 in two is 150.50: 300.00 is at least the whole of it, and twice of it would score higher.
  expect(group_details?.customers[0]?.placement).toMatchObject({
    ...{ kind: 'rfm', segment: 'champions', recency_days: 11, orders: 6, revenue: 300, r: 5, f: 5, m: 4, fixed: true },
    next: { recency_days: null, orders: null, revenue: 301 },
  })
})
