import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { branchScope, type Scope } from '@/db/access'
import { eraseCustomer } from '@/db/commands/erase-customer'
import { mergeCustomers } from '@/db/commands/merge-customers'
import { personAs } from '@/db/testing/administrators'
import { testCaller } from '@/db/testing/callers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { askMarch, on, told } from '@/db/testing/march-groups'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const record = (specs: CustomerSpec[]) => recordWorkshop(database.db, { timeZone: 'UTC' }, specs)
const ask = (params: Record<string, string>, scope?: Scope) => askMarch(database, params, scope)
const listed = ({ group_details }: GroupsAnswer) => group_details?.customers.map(({ full_name }) => full_name)

const TWO_BRANCHES: CustomerSpec[] = [
  { name: 'Asha', orders: [on('02-10', 100, 'north'), on('03-05', 200, 'airport'), on('03-06', 400, 'airport')] },
  { name: 'Baraka', home: 'north', orders: [on('03-07', 800, 'airport')] },
]

test('a customer of two branches is counted once in each and once in the totals', async () => {
  await record([...TWO_BRANCHES, { name: 'Chausiku', orders: [on('03-01', 1, 'north'), on('03-02', 2, 'airport')] }])
  const answer = await ask({ group_by: 'branch' })
  expect(told(answer, 'main', 'north', 'airport')).toEqual([
    [0, 0, 0, 0],
    [1, 3, 1, 0.01],
    [3, 3, 4, 14.02],
  ])
  expect(answer.totals).toMatchObject({ customers: 3, active_count: 3, registered_count: 3, orders: 5, revenue: 14.03 })
  expect(answer.totals.previous).toEqual({ customers: 1, orders: 1, revenue: 1 })
  expect(answer.meta.groups_overlap).toBe(true)
  expect(answer.moved).toBeNull()
})

test('orders of a branch count where what is kept of its customers is lost', async () => {
  await record([{ name: 'Asha', home: 'north', orders: [on('03-05', 200, 'airport')] }])
  await database.db.execute(sql`delete from customer_branches`)
  const { groups, totals } = await ask({ group_by: 'branch' })
  expect(groups.airport).toMatchObject({ active_count: 1, registered_count: 1, total_orders: 1, total_revenue: 2 })
  expect(totals).toMatchObject({ customers: 1, orders: 1, revenue: 2 })
  const inactive = await ask({ group_by: 'branch', activity: 'inactive' })
  expect(inactive.groups.airport).toMatchObject({ customer_count: 0, active_count: 1 })
  const listed = await ask({ group_by: 'branch', activity: 'all', group: 'airport' })
  expect(listed.group_details?.customers).toMatchObject([{ full_name: 'Asha', total_orders: 1, revenue: 2 }])
})

test('who stayed away from one branch and came to another is not back there, and is back in the totals', async () => {
  await record(TWO_BRANCHES)
  const answer = await ask({ group_by: 'branch', activity: 'not_back', group: 'north' })
  expect(answer.groups.north).toMatchObject({ customer_count: 1, total_orders: 0, previous: { active_count: 1 } })
  expect(answer.totals).toMatchObject({ customers: 0, active_count: 2, orders: 0 })
  expect(answer.group_details?.customers).toMatchObject([
    { full_name: 'Asha', previous_revenue: 1, visit: null, placement: { kind: 'branch', is_home: true } },
  ])
  const elsewhere = await ask({ group_by: 'branch', group: 'airport' })
  expect(elsewhere.group_details?.customers).toMatchObject([
    { full_name: 'Baraka', visit: 'new', placement: { is_home: false } },
    { full_name: 'Asha', visit: 'resurrected', previous_orders: 0, placement: { is_home: false } },
  ])
})

test('a branch that is not asked for, or not seen, is no group', async () => {
  await record(TWO_BRANCHES)
  const refused = { status: 400, fields: [{ name: 'group' }] }
  expect(Object.keys((await ask({ group_by: 'branch', branch: 'north' })).groups)).toEqual(['north'])
  await expect(ask({ group_by: 'branch', branch: 'north', group: 'airport' })).rejects.toMatchObject(refused)
  const { scope } = await testCaller(database.db, 'manager', { branches: ['airport'] })
  const airport = await ask({ group_by: 'branch', activity: 'all' }, scope)
  // Nobody is new by an order that can not be seen, nor returning.
  expect(told(airport, 'airport')).toEqual([[2, 2, 3, 14]])
  expect(airport.groups.airport).toMatchObject({ new_customers: 2, returning_customers: 0 })
  await expect(ask({ group_by: 'branch', group: 'north' }, scope)).rejects.toMatchObject(refused)
  expect(await ask({ group_by: 'branch' }, branchScope([]))).toMatchObject({ groups: {}, totals: { customers: 0 } })
})

test('who is known, and comes to a branch that is seen only later, is in none yet', async () => {
  const later: CustomerSpec = { name: 'Chausiku', home: 'north', registeredAt: '2026-01-05T00:00:00Z' }
  await record([...TWO_BRANCHES, { ...later, orders: [{ at: '2026-04-09T00:00:00Z', branch: 'airport' }] }])
  const { scope } = await testCaller(database.db, 'manager', { branches: ['airport'] })
  const airport = await ask({ group_by: 'branch', activity: 'all' }, scope)
  expect(airport.groups.airport?.registered_count).toBe(2)
  expect(airport.totals).toMatchObject({ customers: 2, registered_count: 2 })
})

test('who was new before and came again is returning, and is compared with those who were new', async () => {
  const first = (month: string, amountMinor: number) => ({ at: `2026-${month}-01T00:00:00Z`, amountMinor })
  await record([
    // At the first instant of February, and of March.
    { name: 'Asha', orders: [first('02', 200), first('03', 300)] },
    { name: 'Baraka', orders: [on('01-10', 1), on('02-10', 20)] },
  ])
  const answer = await ask({ group_by: 'visit', group: 'returning', activity: 'all' })
  expect(told(answer, 'new', 'returning', 'without_order')).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 3],
    [1, 1, 0, 0],
  ])
  expect(answer.groups.new?.previous).toEqual({ active_count: 1, total_orders: 1, total_revenue: 2 })
  expect(answer.groups.returning?.previous).toEqual({ active_count: 1, total_orders: 1, total_revenue: 0.2 })
  expect(answer.groups.without_order?.previous).toEqual({ active_count: 0, total_orders: 0, total_revenue: 0 })
  const placement = { kind: 'visit', is_active: true, first_order_date: '2026-02-01T00:00:00.000Z' }
  expect(answer.group_details?.customers).toMatchObject([
    { full_name: 'Asha', visit: 'continued', previous_revenue: 2, placement },
  ])
})

test('compared with nothing nobody is known to have been away', async () => {
  await record([{ name: 'Asha', orders: [on('01-10', 200), on('03-20', 300)] }])
  const alone = { group_by: 'visit', group: 'returning', compare: 'none' }
  expect((await ask(alone)).group_details?.customers).toMatchObject([{ visit: 'returning', previous_orders: null }])
  expect(listed(await ask({ ...alone, visits: 'returning' }))).toEqual(['Asha'])
  expect(listed(await ask({ ...alone, visits: 'resurrected' }))).toEqual([])
  expect((await ask({ ...alone, activity: 'not_back' })).totals).toMatchObject({ customers: 0, previous: null })
})

test('not back: who came in the previous period and not in this one', async () => {
  await record([
    { name: 'Asha', orders: [on('02-10', 200), { ...on('03-10', 1), status: 'cancelled' }] },
    { name: 'Baraka', orders: [on('02-10', 400), on('03-10', 1)] },
    { name: 'Chausiku', orders: [on('03-10', 1)] },
    { name: 'Dalila', orders: [on('01-10', 1)] },
    { name: 'Erasto', orders: [{ ...on('02-10', 1), status: 'cancelled' }] },
  ])
  const answer = await ask({ activity: 'not_back', group: 'unclassified', sort: 'previous_revenue' })
  expect(told(answer, 'unclassified')).toEqual([[1, 5, 0, 0]])
  expect(answer.totals).toMatchObject({
    customers: 1,
    active_count: 2,
    orders: 0,
    previous: { customers: 2, orders: 2 },
  })
  expect(answer.group_details?.matched).toMatchObject({
    customers: 1,
    total_orders: 0,
    previous_orders: 1,
    previous_revenue: 2,
  })
  expect(listed(answer)).toEqual(['Asha'])
})

test('what was merged counts under the type and the branches of the one that was kept', async () => {
  const ids = await record([
    { name: 'Kept', group: 'personal', orders: [on('03-01', 100, 'north')] },
    { name: 'Merged', group: 'company', orders: [on('03-02', 200, 'airport')] },
  ])
  const [keepId = '', mergeId = ''] = ['Kept', 'Merged'].map((name) => ids.get(name))
  await mergeCustomers(database.db, personAs('manager'), { keepId, mergeId, versions: { keep: 1, merge: 1 } })
  for (const group_at of ['now', 'order']) {
    expect(told(await ask({ group_at, activity: 'all' }), 'personal', 'company')).toEqual([
      [1, 1, 2, 3],
      [0, 0, 0, 0],
    ])
  }
  const branches = await ask({ group_by: 'branch', activity: 'all' })
  expect(told(branches, 'north', 'airport')).toEqual([
    [1, 1, 1, 1],
    [1, 1, 1, 2],
  ])
  expect(branches.totals.customers).toBe(1)
  expect(told(await ask({ group_by: 'visit', activity: 'all' }), 'new', 'without_order')[0]).toEqual([1, 1, 2, 3])
})

const PERSONAL_BEFORE = { group: 'company', typesBefore: [{ group: 'personal', until: '2026-03-06T00:00:00Z' }] }

test('erasing a person changes no figure of any grouping', async () => {
  const ids = await record([{ ...TWO_BRANCHES[0], name: 'Asha', ...PERSONAL_BEFORE }, ...TWO_BRANCHES.slice(1)])
  const figures = async () => {
    const ways: Record<string, string>[] = [{}, { group_at: 'order' }, { group_by: 'branch' }, { group_by: 'visit' }]
    const answers = await Promise.all(ways.map((way) => ask(way)))
    return answers.map(({ groups, totals, moved }) => {
      const nameless = Object.values(groups).map(({ top_customers, ...stats }) => stats)
      return { nameless, totals, moved }
    })
  }
  const before = await figures()
  await eraseCustomer(database.db, personAs('manager'), { id: ids.get('Asha') ?? '', version: 1 })
  expect(await figures()).toEqual(before)
})
