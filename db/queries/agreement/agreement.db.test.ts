import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { mergeCustomers } from '@/db/commands/merge-customers'
import { withClient } from '@/db/embedded/roles'
import { testCaller } from '@/db/testing/callers'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import { agreementSchema, type Check } from '@/lib/agreement/contract'
import { checkAgreement } from './agreement'

const PATIENCE_MS = 60_000

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** Asha came back, Juma is new, Neema has one order that was cancelled. */
async function recordThree(): Promise<Map<string, string>> {
  const recent = { at: daysAgo(10), branch: 'north' }
  const asha = [{ at: daysAgo(400), branch: 'airport' }, recent, { ...recent, at: daysAgo(20), type: 'sales' as const }]
  const ids = await recordWorkshop(database.db, {}, [
    { name: 'Asha', group: 'personal', phone: '+255 712', email: 'asha@x.test', plates: ['T 1'], orders: asha },
    { name: 'Juma', group: 'company', phone: '0713', orders: [{ at: daysAgo(5), amountMinor: 1_234_567 }] },
    { name: 'Neema', registeredAt: daysAgo(900), orders: [{ at: daysAgo(3), status: 'cancelled' }] },
  ])
  await recordKeys(database.db)
  return ids
}

const check = async () => agreementSchema.parse(await checkAgreement(database.db, shellCaller(), PATIENCE_MS))
const wrong = (checks: Check[]) => checks.filter(({ agrees }) => !agrees)
const find = (checks: Check[], key: string) => checks.find((one) => one.key === key)

test('on any workshop everything agrees, for administrators and for readers of some branches', async () => {
  await fc.assert(
    fc.asyncProperty(generatedWorkshop, async ({ timeZone, customers }) => {
      const { db, drop } = await createTestDatabase()
      await recordWorkshop(db, { timeZone }, customers, TEST_BRANCHES)
      await recordKeys(db)
      for (const caller of [shellCaller(), await testCaller(db, 'viewer', { branches: ['main', 'north'] })]) {
        const { agrees, checks } = await checkAgreement(db, caller, PATIENCE_MS)
        expect(wrong(checks)).toEqual([])
        expect(agrees).toBe(true)
      }
      await drop()
    }),
    { numRuns: 4 },
  )
})

test('both sides are the figures of the records', async () => {
  await recordThree()
  const { checks } = await check()
  const sides = (key: string) => [find(checks, key)?.left.value, find(checks, key)?.right.value]
  expect(sides('totals-type-customers')).toEqual([2, 2])
  expect(sides('plain-new-customers')).toEqual([1, 1])
  expect(sides('list-orders')).toEqual([3, 3])
  expect(sides('plain-cancelled-orders')).toEqual([1, 1])
  expect(sides('weeks-revenue')).toEqual([12_365.67, 12_365.67])
  expect(sides('kept-known-since')).toEqual([3, 3])
  expect(sides('look-up-phone')).toEqual([2, 2])
})

test('what is kept beside the records is for administrators with all branches alone', async () => {
  await recordThree()
  const about = async (...asked: Parameters<typeof testCaller> extends [unknown, ...infer Rest] ? Rest : never) => {
    const { checks } = await checkAgreement(database.db, await testCaller(database.db, ...asked), PATIENCE_MS)
    return [...new Set(checks.map((one) => one.about))]
  }
  expect(await about('admin')).toEqual(['figures', 'records'])
  expect(await about('admin', { branches: ['north'] })).toEqual(['figures'])
  expect(await about('manager')).toEqual(['figures'])
})

test('after a merge everything agrees, and a look-up by the merged one’s phone leads to the one that was kept', async () => {
  const ids = await recordThree()
  const pair = { keepId: ids.get('Asha') ?? '', mergeId: ids.get('Juma') ?? '' }
  await mergeCustomers(database.db, shellCaller(), { ...pair, versions: { keep: 1, merge: 1 } })
  const { checks } = await check()
  expect(wrong(checks)).toEqual([])
  expect(find(checks, 'merged-customers')?.right.value).toBe(1)
})

const OTHER_GROUP = "(select id from customer_groups where key = 'ngo')"
const MEMBERSHIP = 'insert into customer_group_memberships (id, customer_id, group_id, valid_from, valid_to)'

/** What is done to Asha's records as nobody may, and the checks that find it. */
test.each([
  ["update customers set last_counted_at = last_counted_at + interval '1 day' where id = $1", ['kept-last-counted-at']],
  [
    "update customers set first_counted_at = first_counted_at - interval '1 day' where id = $1",
    ['kept-first-counted-at'],
  ],
  [
    'update customers set first_counted_at = last_counted_at where id = $1',
    ['plain-new-customers', 'kept-first-counted-at'],
  ],
  ["update customers set known_since = known_since - interval '1 hour' where id = $1", ['kept-known-since']],
  ["update customers set registered_at = registered_at + interval '1 hour' where id = $1", ['kept-registered-at']],
  [
    "update customers set home_branch_id = (select id from branches where code = 'main') where id = $1",
    ['kept-home-branch-id', 'kept-branches'],
  ],
  ['delete from customer_branches where customer_id = $1', ['kept-branches']],
  ['update customer_branches set known_since = now() where customer_id = $1', ['kept-branches']],
  ['update customers set visit_gaps = visit_gaps + 1 where id = $1', ['kept-visit-gaps']],
  ['update customers set median_gap_days = median_gap_days + 0.5 where id = $1', ['kept-median-gap-days']],
  [`update customers set group_id = ${OTHER_GROUP} where id = $1`, ['membership-present']],
  ['delete from customer_group_memberships where customer_id = $1', ['membership-present']],
  [`${MEMBERSHIP} values ($1, $1, ${OTHER_GROUP}, '2001-01-01', '2001-02-01')`, ['membership-overlap']],
  // Orders then count under both types.
  [
    `${MEMBERSHIP} values ($1, $1, ${OTHER_GROUP}, '2001-01-01', '2100-01-01')`,
    ['groupings-orders', 'groupings-revenue', 'membership-overlap'],
  ],
  ["delete from customer_keys where kind = 'phone' and customer_id = $1", ['look-up-phone']],
  ["insert into customer_keys (kind, value, customer_id) values ('email', 'old@x.test', $1)", ['look-up-email']],
  ['update vehicles set retired_at = now() where customer_id = $1', ['look-up-plate']],
  ["update orders set external_id = 'O 1' where customer_id = $1 and type = 'sales'", ['look-up-order-external-id']],
] as const)('%s', async (corruption, keys) => {
  const id = (await recordThree()).get('Asha') ?? ''
  await withClient(database.ownerUrl, (owner) => owner.query(corruption, [id]))
  const { agrees, checks } = await check()
  expect(wrong(checks).map(({ key }) => key)).toEqual(keys)
  expect(agrees).toBe(false)
  for (const one of wrong(checks)) {
    expect(one.left.value).not.toBe(one.right.value)
    if (one.about === 'records') expect(one.example).toEqual([id])
  }
})

test('an order of a branch that is not there is found, and one of a merged customer', async () => {
  const ids = await recordThree()
  const corrupt = (statement: string, values: unknown[]) =>
    withClient(database.ownerUrl, (owner) => owner.query(statement, values))
  await corrupt('alter table orders drop constraint orders_branch_id_branches_id_fk', [])
  await corrupt('update orders set branch_id = gen_random_uuid() where customer_id = $1', [ids.get('Neema')])
  await corrupt('update customers set merged_into_id = $1 where id = $2', [ids.get('Asha'), ids.get('Juma')])
  const found = wrong((await check()).checks)
  expect(found.find(({ key }) => key === 'order-branches')?.example).toEqual([ids.get('Neema')])
  // It is in no group by branch.
  const missing = ['weeks-orders', 'weeks-revenue']
  expect(found.map(({ key }) => key)).toEqual(expect.arrayContaining(missing))
  expect(found.find(({ key }) => key === 'merged-customers')?.example).toEqual([ids.get('Juma')])
  // The page leaves a merged customer out, and its orders with it.
  expect(found.find(({ key }) => key === 'plain-revenue')).toMatchObject({
    left: { label: 'Company: the page', value: 0 },
    right: { value: 12_345.67 },
  })
})
