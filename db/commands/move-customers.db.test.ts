import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { findGroupSettings } from '@/db/queries/group-settings'
import { previewMove } from '@/db/queries/move-preview'
import { customerGroupMemberships } from '@/db/schema/customers'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { moveSchema } from '@/lib/settings/contract'
import { archiveGroup } from './groups'
import { moveCustomers } from './move-customers'

const admin = personAs('admin')
const AS_OF = '2026-03-31T10:00:00.000Z'

const at = (day: string, amountMinor: number, branch?: string) => ({ at: `${day}T10:00:00Z`, amountMinor, branch })
const SPECS: CustomerSpec[] = [
  { name: 'Asha Mushi', group: 'personal', home: 'north', phone: '+255 712 345 678', orders: [at('2026-03-01', 1000)] },
  { name: 'Baraka Komba', group: 'personal', orders: [at('2026-02-01', 2000, 'north'), at('2024-01-01', 90_000)] },
  { name: 'Zawadi Temba', group: 'personal', orders: [{ ...at('2026-03-02', 5000), status: 'cancelled' }] },
  { name: 'Kilimo Ltd', group: 'company', orders: [at('2026-03-03', 7000)] },
]

let database: TestDatabase
let ids: Map<string, string>
beforeEach(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { currency: 'TZS' }, SPECS)
})
afterEach(() => database.drop())

const rows = async (query: ReturnType<typeof sql>) => (await database.db.execute(query)).rows
const toCompany = (given: Record<string, string> = {}) =>
  moveSchema.parse({ from: 'personal', to: 'company', ...given })
const preview = (given?: Record<string, string>) => previewMove(database.db, admin, toCompany(given), AS_OF)
const move = (expected: number, given?: Record<string, string>) =>
  moveCustomers(database.db, admin, { ...toCompany(given), expected })
const answer = (given: Record<string, string> = {}): Promise<GroupsAnswer> =>
  getCustomerGroups(database.db, systemScope(), groupsParamsSchema.parse({ as_of: AS_OF, ...given }))
const cards = ({ groups }: GroupsAnswer, keys: string[]) =>
  keys.map((key) => {
    const { customer_count, total_orders, total_revenue } = groups[key] ?? {}
    return { customer_count, total_orders, total_revenue }
  })
const groupOf = async (name: string) => {
  const id = ids.get(name)
  const [row] = await rows(
    sql`select g.key, c.version from customers c join customer_groups g on g.id = c.group_id where c.id = ${id}`,
  )
  return row
}

describe('the preview', () => {
  test('says how many go, and what both cards say before and after', async () => {
    expect(await preview()).toMatchObject({
      customers: 3,
      groups: [
        {
          key: 'personal',
          before: { customer_count: 2, total_orders: 2, total_revenue: 30 },
          after: { customer_count: 0, total_orders: 0, total_revenue: 0 },
        },
        {
          key: 'company',
          before: { customer_count: 1, total_orders: 1, total_revenue: 70 },
          after: { customer_count: 3, total_orders: 3, total_revenue: 100 },
        },
      ],
      window: { to: AS_OF },
    })
  })

  const questions: Record<string, string>[] = [
    {},
    { q: 'asha' },
    { q: '0712 345' },
    { branch: 'north' },
    { branch: 'main', q: 'komba' },
    { q: 'nobody' },
  ]
  test.each(questions)('of %j is what the groups API says afterwards; the totals stay the same', async (given) => {
    const before = await answer()
    const { customers, groups } = await preview(given)
    expect(groups.map((group) => group.before)).toEqual(cards(before, ['personal', 'company']))
    expect(await move(customers, given)).toEqual({ moved: customers, from: 'personal', to: 'company' })
    const after = await answer()
    expect(groups.map((group) => group.after)).toEqual(cards(after, ['personal', 'company']))
    expect(after.totals).toEqual(before.totals)
    expect(await answer({ activity: 'all' })).toMatchObject({ totals: { customers: 4 } })
  })

  test('changes nothing', async () => {
    const before = await answer({ activity: 'all' })
    await preview()
    expect(await answer({ activity: 'all' })).toEqual(before)
  })

  test('holds for an archived group that is left by the last of its customers', async () => {
    const found = await findGroupSettings(database.db, admin, 'personal')
    await archiveGroup(database.db, admin, { key: 'personal', seen: found?.version ?? '', archived: true })
    expect((await preview()).groups[0]?.after).toEqual({ customer_count: 0, total_orders: 0, total_revenue: 0 })
    await move(3)
    expect(Object.keys((await answer()).groups)).not.toContain('personal')
  })
})

describe('customers who were moved', () => {
  test('are in the other group from then on, and were in theirs before, without a gap', async () => {
    await move(1, { q: 'asha' })
    const told = await rows(sql`
      select g.key, m.valid_from = '-infinity' as first, m.valid_to is null as present,
        m.valid_to = lead(m.valid_from) over (order by m.valid_from) as joins,
        m.valid_from <= now() as begun
      from customer_group_memberships m join customer_groups g on g.id = m.group_id
      where m.customer_id = ${ids.get('Asha Mushi')} order by m.valid_from`)
    expect(told).toEqual([
      { key: 'personal', first: true, present: false, joins: true, begun: true },
      { key: 'company', first: false, present: true, joins: null, begun: true },
    ])
    expect(await groupOf('Asha Mushi')).toEqual({ key: 'company', version: 2 })
  })

  test('go back the same way, with all of it in their history', async () => {
    await move(3)
    const back = { from: 'company', to: 'personal', q: 'komba', branch: 'all' }
    await moveCustomers(database.db, admin, { ...back, expected: 1 })
    const baraka = sql`select from customer_group_memberships where customer_id = ${ids.get('Baraka Komba')}`
    expect(await rows(baraka)).toHaveLength(3)
    const ranges = sql`select tstzrange(valid_from, valid_to) as during, customer_id from customer_group_memberships`
    expect(
      await rows(sql`with r as (${ranges}) select from r a join r b using (customer_id)
      where a.during && b.during and a.during <> b.during`),
    ).toEqual([])
  })

  test('are told of once, by their number', async () => {
    await move(1, { q: 'asha', branch: 'north' })
    const told = await rows(sql`select action, subject_kind, detail from audit_log`)
    const detail = { from: 'personal', to: 'company', count: 1, branch: 'north', searched: true }
    expect(told).toEqual([{ action: 'customer.moved', subject_kind: 'group', detail }])
  })

  test('do not take with them who was merged into somebody else', async () => {
    await database.db.execute(
      sql`update customers set merged_into_id = ${ids.get('Asha Mushi')} where id = ${ids.get('Zawadi Temba')}`,
    )
    expect((await preview()).customers).toBe(2)
    await move(2)
    expect(await groupOf('Zawadi Temba')).toMatchObject({ key: 'personal', version: 1 })
  })
})

describe('nobody is moved', () => {
  const nobodyMoved = async () => {
    expect(await rows(sql`select from customers where version > 1`)).toEqual([])
    expect(await rows(sql`select from customer_group_memberships where valid_to is not null`)).toEqual([])
    expect(await rows(sql`select from audit_log where action = 'customer.moved'`)).toEqual([])
  }

  test('where they are not as many as the preview has counted', async () => {
    const changed = { status: 409, code: 'changed_meanwhile', message: expect.stringContaining('3 customers now') }
    await expect(move(2)).rejects.toMatchObject(changed)
    await nobodyMoved()
  })

  test('where they are more than are moved at once, counted before or come since', async () => {
    const tooMany = { status: 400, code: 'too_many', message: expect.stringContaining('At most 2 customers') }
    for (const expected of [3, 2])
      await expect(moveCustomers(database.db, admin, { ...toCompany(), expected }, 2)).rejects.toMatchObject(tooMany)
    await nobodyMoved()
    expect(await moveCustomers(database.db, admin, { ...toCompany(), expected: 3 }, 3)).toMatchObject({ moved: 3 })
  })

  test('twice, when two administrators confirm the same at the same moment', async () => {
    const both = await Promise.allSettled([move(3), move(3)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows(sql`select from customer_group_memberships`)).toHaveLength(7)
    expect(await groupOf('Asha Mushi')).toEqual({ key: 'company', version: 2 })
  })

  test('to an archived, an unknown or the same group, or from an unknown one or branch', async () => {
    const found = await findGroupSettings(database.db, admin, 'ngo')
    await archiveGroup(database.db, admin, { key: 'ngo', seen: found?.version ?? '', archived: true })
    const wrong: Record<string, string>[] = [
      { to: 'ngo' },
      { to: 'nobody' },
      { to: 'personal' },
      { from: 'nobody' },
      { branch: 'nowhere' },
    ]
    for (const given of wrong) {
      const [name] = Object.keys(given)
      const refused = { status: 400, fields: [{ name }] }
      await expect(preview(given)).rejects.toMatchObject(refused)
      await expect(move(3, given)).rejects.toMatchObject(refused)
    }
    await nobodyMoved()
  })

  test('by anybody but an administrator with all branches', async () => {
    for (const caller of [personAs('manager'), personAs('admin', [uuidv7()])]) {
      const refused = { status: 403 }
      await expect(previewMove(database.db, caller, toCompany())).rejects.toMatchObject(refused)
      await expect(moveCustomers(database.db, caller, { ...toCompany(), expected: 3 })).rejects.toMatchObject(refused)
    }
    await nobodyMoved()
  })

  test('where the audit entry can not be written', async () => {
    const broken = { ...admin, requestId: 'no uuid, which the log refuses' }
    await expect(moveCustomers(database.db, broken, { ...toCompany(), expected: 3 })).rejects.toThrow()
    await nobodyMoved()
  })
})

test('ten thousand customers are moved at once', async () => {
  const [personal] = await rows(sql`select group_id from customers where id = ${ids.get('Asha Mushi')}`)
  await database.db.execute(sql`
    insert into customers (id, full_name, group_id, home_branch_id, registered_at, known_since, sort_name, search_text)
    select uuidv7(), 'C' || n, ${personal?.group_id}, home_branch_id, now(), now(), 'c' || n, 'c' || n
    from customers, generate_series(1, 10000) n where id = ${ids.get('Asha Mushi')}`)
  await database.db.execute(sql`
    insert into customer_group_memberships (customer_id, id, group_id, valid_from)
    select id, uuidv7(), group_id, '-infinity' from customers where full_name like 'C%'`)
  expect(await move(10_003)).toMatchObject({ moved: 10_003 })
  const present = await database.db.$count(customerGroupMemberships, sql`valid_to is null`)
  expect(present).toBe(10_004)
})
