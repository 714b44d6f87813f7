import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { askMarch, on, told } from '@/db/testing/march-groups'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const record = (specs: CustomerSpec[]) => recordWorkshop(database.db, { timeZone: 'UTC' }, specs)
const ask = (params: Record<string, string>) => askMarch(database, params)

const MOVED: CustomerSpec[] = [
  {
    name: 'Asha',
    group: 'company',
    typesBefore: [{ group: 'personal', until: '2026-03-10T00:00:00Z' }],
    orders: [on('02-05', 50), on('03-05', 100), { at: '2026-03-10T00:00:00Z', amountMinor: 200 }, on('03-20', 400)],
  },
]

test('one who became a company between two orders is one now and was none at the time of the first', async () => {
  await record(MOVED)
  const now = await ask({ group: 'company' })
  expect(told(now, 'personal', 'company')).toEqual([
    [0, 0, 0, 0],
    [1, 1, 3, 7],
  ])
  const then = await ask({ group_at: 'order', group: 'personal' })
  expect(told(then, 'personal', 'company')).toEqual([
    [1, 1, 1, 1],
    [1, 1, 2, 6],
  ])
  expect(then.groups.personal?.previous).toEqual({ active_count: 1, total_orders: 1, total_revenue: 0.5 })
  expect(then.groups.company?.previous).toEqual({ active_count: 0, total_orders: 0, total_revenue: 0 })
  expect(then.totals).toEqual(now.totals)
  expect(now.totals).toMatchObject({ customers: 1, orders: 3, previous: { customers: 1, orders: 1 } })
  for (const { moved } of [now, then]) expect(moved).toEqual({ customers: 1, orders: 1 })
  expect([now, then].map(({ meta }) => meta.groups_overlap)).toEqual([false, true])
})

test('a row says since when its customer is of the type that it stands under', async () => {
  await record(MOVED)
  const since = async (params: Record<string, string>) =>
    (await ask(params)).group_details?.customers.map(({ placement }) => placement)
  const changed = [{ kind: 'type', since: '2026-03-10T00:00:00.000Z', until: null }]
  expect(await since({ group: 'company' })).toEqual(changed)
  expect(await since({ group: 'company', group_at: 'order' })).toEqual(changed)
  expect(await since({ group: 'personal', group_at: 'order' })).toEqual([
    { kind: 'type', since: null, until: '2026-03-10T00:00:00.000Z' },
  ])
})

test('before the change the type of the time is the former one, also of who has no order', async () => {
  await record([...MOVED, { ...MOVED[0], name: 'Baraka', orders: [] }])
  const before = { as_of: '2026-03-10T00:00:00Z', activity: 'all' }
  expect(told(await ask({ ...before, group_at: 'order' }), 'personal', 'company')).toEqual([
    [2, 2, 1, 1],
    [0, 0, 0, 0],
  ])
  const now = await ask(before)
  expect(told(now, 'personal', 'company')[1]).toEqual([2, 2, 1, 1])
  expect(now.moved).toEqual({ customers: 1, orders: 1 })
})
