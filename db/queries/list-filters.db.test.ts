import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import type { BusinessSettings } from '@/db/commands/business'
import { vehicles } from '@/db/schema/customers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { type GroupDetails, groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { getCustomerGroups } from './customer-groups'

const AT = '2026-03-20T10:00:00Z'

let database: TestDatabase

function inWorkshop(settings: BusinessSettings, specs: CustomerSpec[]): void {
  beforeAll(async () => {
    database = await createTestDatabase()
    await recordWorkshop(database.db, settings, specs)
    await database.db.update(vehicles).set({ retiredAt: AT }).where(eq(vehicles.plate, 'RETIRED'))
  })
  afterAll(() => database.drop())
}

async function details(params: Record<string, string | undefined>): Promise<GroupDetails> {
  const asked = { as_of: '2026-03-31T20:15:00Z', period: '1month', group: 'unclassified', ...params }
  const answer = await getCustomerGroups(database.db, systemScope(), groupsParamsSchema.parse(asked))
  const { group_details } = groupsAnswerSchema.parse(answer)
  if (!group_details) throw new Error('the group was asked for')
  return group_details
}

describe('a filter keeps', () => {
  const february = { at: '2026-02-10T10:00:00Z', amountMinor: 100 }
  const twice = [0, 999].map((amountMinor) => ({ at: AT, amountMinor }))
  // The last millisecond of 9 March, and the first of the 10th, in Dar es Salaam.
  const [ninth, tenth] = ['2026-03-09T20:59:59.999Z', '2026-03-09T21:00:00Z']
  inWorkshop({ timeZone: 'Africa/Dar_es_Salaam' }, [
    { name: 'A new', plates: ['T 1'], orders: [{ at: ninth, amountMinor: 1000 }] },
    { name: 'B continued', plates: ['RETIRED'], orders: [february, { at: tenth, amountMinor: 1001 }] },
    { name: 'C resurrected', orders: [{ at: '2025-01-01T00:00:00Z' }, ...twice] },
    { name: 'D away', orders: [february] },
  ])

  test.each([
    [{ min_orders: '1' }, 'ABC'],
    [{ min_orders: '2' }, 'C'],
    [{ min_orders: '3' }, ''],
    [{ revenue_from: '10' }, 'AB'],
    [{ revenue_from: '10.0001' }, 'B'],
    [{ revenue_from: '10.0100' }, 'B'],
    [{ revenue_from: '10.0101' }, ''],
    [{ revenue_to: '10' }, 'ACD'],
    [{ revenue_to: '9.9999' }, 'CD'],
    [{ revenue_to: '9.9899' }, 'D'],
    [{ revenue_from: '0', revenue_to: '0' }, 'D'],
    [{ last_order_before: '2026-03-09' }, 'D'],
    [{ last_order_before: '2026-03-10' }, 'AD'],
    [{ last_order_before: '2026-03-11' }, 'ABD'],
    [{ visits: 'new' }, 'A'],
    [{ visits: 'returning' }, 'BC'],
    [{ visits: 'continued' }, 'B'],
    [{ visits: 'resurrected' }, 'C'],
    [{ vehicle: 'with' }, 'A'],
    [{ vehicle: 'without' }, 'BCD'],
    [{ visits: 'returning', revenue_from: '10' }, 'B'],
  ])('by %j: %s', async (filters, kept) => {
    const found = await details({ activity: 'all', sort: 'name', dir: 'asc', ...filters })
    expect(found.customers.map(({ full_name }) => full_name.slice(0, 1)).join('')).toBe(kept)
    expect(found.matched.customers).toBe(kept.length)
    expect(found.stats.customer_count).toBe(4)
  })
})

describe('an amount with more decimals than the currency is not rounded', () => {
  inWorkshop({ currency: 'JPY' }, [{ name: 'Asha', orders: [{ at: AT, amountMinor: 10 }] }])

  test.each([
    [{ revenue_from: '9.0001' }, 1],
    [{ revenue_from: '10.0001' }, 0],
    [{ revenue_to: '9.9999' }, 0],
    [{ revenue_to: '10.0' }, 1],
  ])('%j keeps %d of 10 yen', async (filters, customers) => {
    expect((await details(filters)).matched.customers).toBe(customers)
  })
})

describe('sorted by what was brought before', () => {
  const amountsBefore = [[5], [7], [], [0], [5, 0]]
  const specs = amountsBefore.map((amounts, index) => ({
    name: `C${index}`,
    orders: [...amounts.map((amountMinor) => ({ at: '2026-02-10T10:00:00Z', amountMinor })), { at: AT }],
  }))
  inWorkshop({}, specs)

  test.each([
    ['desc', ['C1', 'C4', 'C0', 'C3', 'C2']],
    ['asc', ['C3', 'C0', 'C4', 'C1', 'C2']],
  ])('%s, whoever did not come then stands last', async (dir, names) => {
    const { customers } = await details({ sort: 'previous_revenue', dir })
    expect(customers.map(({ full_name }) => full_name)).toEqual(names)
  })
})
