import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { type GroupDetails, groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { getCustomerGroups } from './customer-groups'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const AT = '2026-03-20T10:00:00Z'

async function details(params: Record<string, string> = {}): Promise<GroupDetails> {
  const asked = { as_of: '2026-03-31T20:15:00Z', period: '1month', group: 'unclassified', ...params }
  const answer = await getCustomerGroups(database.db, systemScope(), groupsParamsSchema.parse(asked))
  const { group_details } = groupsAnswerSchema.parse(answer)
  if (!group_details) throw new Error('the group was asked for')
  return group_details
}

/** Customers with an order each at a branch, of these amounts in minor units. */
const withAmounts = (amounts: number[], branch = 'main'): CustomerSpec[] =>
  amounts.map((amountMinor, index) => ({ name: `${branch} ${index}`, orders: [{ at: AT, amountMinor, branch }] }))

test.each<[string, [number[], number][]]>([
  [
    'KWD',
    [
      [[5], 0.01],
      [[12_344], 12.34],
      [[10, 19], 0.01],
      [[10, 20], 0.02],
      [[9_000, 1_000, 2_000], 2],
      [[9_000, 2_009, 2_000, 1_000], 2],
      [[9_000, 2_010, 2_000, 1_000], 2.01],
    ],
  ],
  [
    'JPY',
    [
      [[7], 7],
      [[2, 1], 1.5],
      [[4, 1, 2], 2],
      [[9, 1, 3, 2], 2.5],
    ],
  ],
  ['USD', [[[1, 2], 0.02]]],
])('median revenues in %s are rounded half up to hundredths, once', async (currency, medians) => {
  const specs = medians.flatMap(([amounts], index) => withAmounts(amounts, `b${index}`))
  await recordWorkshop(database.db, { currency }, specs)
  for (const [index, [amounts, median]] of medians.entries()) {
    const { spread } = await details({ branch: `b${index}` })
    expect(spread, JSON.stringify(amounts)).toMatchObject({ median_orders: 1, median_revenue: median })
  }
})

test('medians are of those selected: among all, whoever has no order counts with nothing', async () => {
  const orders = (count: number) => Array.from({ length: count }, () => ({ at: AT }))
  const specs = [1, 2].map((count) => ({ name: `C${count}`, orders: orders(count) }))
  await recordWorkshop(database.db, {}, [...specs, { name: 'A' }, { name: 'B' }])
  expect((await details()).spread).toMatchObject({ median_orders: 1.5, median_revenue: 15 })
  const everybody = await details({ activity: 'all' })
  expect(everybody.spread).toMatchObject({ median_orders: 0.5, median_revenue: 5 })
  expect(everybody.spread.top.map(({ customers }) => customers)).toEqual([1, 1, 1])
  expect((await details({ group: 'ngo' })).spread).toMatchObject({ median_orders: null, median_revenue: null })
})

test('a search and filters touch neither the spread nor the figures of the group', async () => {
  await recordWorkshop(database.db, {}, withAmounts([100, 300]))
  const { stats, spread, matched, page } = await details({ q: 'main 0', revenue_to: '1' })
  expect(stats).toMatchObject({ customer_count: 2, total_revenue: 4 })
  expect(spread.median_revenue).toBe(2)
  expect(matched).toMatchObject({ customers: 1, total_orders: 1, service_orders: 1, revenue: 1 })
  expect(page.total).toBe(1)
})

test('the best 1, 3 and 20 % of the active customers are rounded up to whole ones', async () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const specs = [1, 100, 101].flatMap((count) => withAmounts(upTo(count), `b${count}`))
  await recordWorkshop(database.db, {}, specs)
  const best = async (branch: string) =>
    (await details({ branch })).spread.top.map(({ percent, customers, revenue }) => [percent, customers, revenue])
  expect(await best('b1')).toEqual([
    [1, 1, 0.01],
    [3, 1, 0.01],
    [20, 1, 0.01],
  ])
  // 100 + 99 + 98, and 100 down to 81.
  expect(await best('b100')).toEqual([
    [1, 1, 1],
    [3, 3, 2.97],
    [20, 20, 18.1],
  ])
  // 101 + 100, 101 down to 98, and 101 down to 81.
  expect(await best('b101')).toEqual([
    [1, 2, 2.01],
    [3, 4, 3.98],
    [20, 21, 19.11],
  ])
})
