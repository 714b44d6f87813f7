import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { findGroupSettings, listGroupSettings } from '@/db/queries/group-settings'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { addGroup, archiveGroup, changeGroup, passGroup } from './groups'

const admin = personAs('admin')
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await recordWorkshop(database.db, {}, [
    { name: 'Asha', group: 'ngo', home: 'north', orders: [{ at: '2026-03-20T10:00:00Z', branch: 'north' }] },
    { name: 'Baraka', group: 'ngo' },
    { name: 'Zawadi', group: 'personal' },
  ])
})
afterEach(() => database.drop())

const groups = () => listGroupSettings(database.db, admin)
const keys = async () => (await groups()).map(({ key }) => key)
async function group(key: string) {
  const found = await findGroupSettings(database.db, admin, key)
  if (!found) throw new Error(`there is no ${key}`)
  return found
}
async function change(key: string, values: Partial<{ name: string; color: 1 | 8; seen: string }>) {
  const { name, version } = await group(key)
  await changeGroup(database.db, admin, { key, seen: version, name, color: 1, requires_organization: false, ...values })
}
async function archive(key: string, archived = true) {
  await archiveGroup(database.db, admin, { key, seen: (await group(key)).version, archived })
}
const rows = async (query: ReturnType<typeof sql>) => (await database.db.execute(query)).rows
async function answer(given: Record<string, string> = {}) {
  const params = groupsParamsSchema.parse({ as_of: '2026-03-31T10:00:00Z', activity: 'all', ...given })
  return getCustomerGroups(database.db, systemScope(), params)
}
const taxi = { name: 'Taxi drivers', color: 6, requires_organization: true } as const

describe('a new group', () => {
  test('stands last under a key from its name, empty, and is in the groups API with its colour', async () => {
    expect(await addGroup(database.db, admin, taxi)).toBe('taxi-drivers')
    expect((await groups()).at(-1)).toMatchObject({
      key: 'taxi-drivers',
      name: 'Taxi drivers',
      color: 6,
      requiresOrganization: true,
      customers: 0,
      archived: false,
    })
    expect((await answer()).groups['taxi-drivers']).toMatchObject({ color: 6, customer_count: 0 })
    const [told] = await rows(sql`select action, subject_kind, detail from audit_log`)
    expect(told).toEqual({ action: 'group.created', subject_kind: 'group', detail: { key: 'taxi-drivers' } })
  })

  test('has a key that nobody has, also where its name has no Latin letter', async () => {
    await addGroup(database.db, admin, { ...taxi, name: 'شركات' })
    await addGroup(database.db, admin, { ...taxi, name: '会社' })
    await addGroup(database.db, admin, { ...taxi, name: 'ALL' })
    await addGroup(database.db, admin, { ...taxi, name: 'N.G.O' })
    expect((await keys()).slice(5)).toEqual(['group', 'group-2', 'all-2', 'n-g-o'])
  })

  test('does not take the name or the key of another one', async () => {
    await change('ngo', { name: 'Charities' })
    for (const name of ['charities', 'NGO', ' Personal '])
      await expect(addGroup(database.db, admin, { ...taxi, name: name.trim() })).rejects.toMatchObject({
        status: 409,
        code: 'name_taken',
      })
  })

  test('is made once by two who add it at the same moment', async () => {
    const both = await Promise.allSettled([1, 2].map(() => addGroup(database.db, admin, taxi)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await keys()).toHaveLength(6)
  })
})

describe('a changed group', () => {
  test('keeps its key, its customers and every figure', async () => {
    const before = await answer()
    const { name: _, color: __, ...figures } = before.groups.ngo ?? {}
    await change('ngo', { name: 'Charities', color: 8 })
    const after = await answer()
    expect(after.groups.ngo).toEqual({ ...figures, name: 'Charities', color: 8 })
    expect(after.totals).toEqual(before.totals)
    const told = await rows(sql`select action, detail from audit_log`)
    expect(told).toEqual([{ action: 'group.changed', detail: { key: 'ngo', changed: ['name', 'color'] } }])
  })

  test('that somebody else has changed since is refused, and theirs stays', async () => {
    const { version } = await group('ngo')
    await change('ngo', { name: 'Theirs' })
    const late = { status: 409, code: 'changed_meanwhile' }
    await expect(change('ngo', { name: 'Mine', seen: version })).rejects.toMatchObject(late)
    await expect(archiveGroup(database.db, admin, { key: 'ngo', seen: version, archived: true })).rejects.toMatchObject(
      late,
    )
    expect(await group('ngo')).toMatchObject({ name: 'Theirs', archived: false })
  })

  test('of two who save at the same moment, the second is told', async () => {
    const { version } = await group('ngo')
    const both = await Promise.allSettled(['A', 'B'].map((name) => change('ngo', { name, seen: version })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('that is not there is 404', async () => {
    const nobody = { key: 'nobody', seen: '', name: 'x', color: 1, requires_organization: false } as const
    await expect(changeGroup(database.db, admin, nobody)).rejects.toMatchObject({ status: 404 })
  })
})

describe('an archived group', () => {
  test('is in every answer while it has customers, then only where it is asked for', async () => {
    const before = await answer()
    await archive('ngo')
    await archive('government')
    const after = await answer()
    expect(Object.keys(after.groups)).toEqual(['personal', 'company', 'ngo', 'unclassified'])
    expect(after.groups.ngo).toEqual(before.groups.ngo)
    expect(after.totals).toEqual(before.totals)
    expect((await answer({ group: 'government' })).group_details).toMatchObject({ customers: [], page: { total: 0 } })
  })

  test('comes back as it was', async () => {
    const before = await answer()
    await archive('government')
    await archive('government', false)
    expect(await answer()).toEqual(before)
  })

  test('is never the one of customers without a type', async () => {
    await expect(archive('unclassified')).rejects.toMatchObject({ status: 409, code: 'always_needed' })
  })
})

describe('the order of the groups', () => {
  test('changes by one place, and holds in the groups API', async () => {
    await passGroup(database.db, admin, { key: 'ngo', past: 'government', way: 'up' })
    await passGroup(database.db, admin, { key: 'personal', past: 'company', way: 'down' })
    const order = ['company', 'personal', 'ngo', 'government', 'unclassified']
    expect(await keys()).toEqual(order)
    expect(Object.keys((await answer()).groups)).toEqual(order)
  })

  test('that somebody else has changed since is not changed', async () => {
    await passGroup(database.db, admin, { key: 'ngo', past: 'government', way: 'up' })
    const again = passGroup(database.db, admin, { key: 'ngo', past: 'government', way: 'up' })
    await expect(again).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })
})

describe('who may', () => {
  const all = [
    (caller: typeof admin) => addGroup(database.db, caller, taxi),
    (caller: typeof admin) => changeGroup(database.db, caller, { ...taxi, key: 'ngo', seen: '' }),
    (caller: typeof admin) => archiveGroup(database.db, caller, { key: 'ngo', seen: '', archived: true }),
    (caller: typeof admin) => passGroup(database.db, caller, { key: 'ngo', past: 'government', way: 'up' }),
  ]

  test.each(['viewer', 'clerk', 'manager'] as const)('a %s does nothing of it', async (role) => {
    for (const act of [...all, (caller: typeof admin) => listGroupSettings(database.db, caller)])
      await expect(act(personAs(role))).rejects.toMatchObject({ status: 403, code: 'not_allowed' })
  })

  test('an administrator of some branches sees their own customers counted, and changes no group', async () => {
    const [north] = await rows(sql`select id from branches where code = 'north'`)
    const limited = personAs('admin', [String(north?.id)])
    for (const act of all)
      await expect(act(limited)).rejects.toMatchObject({ status: 403, code: 'beyond_your_branches' })
    expect((await findGroupSettings(database.db, limited, 'ngo'))?.customers).toBe(1)
    expect((await group('ngo')).customers).toBe(2)
  })
})

test('a change and its audit entry are one: where the entry can not be written, nothing changes', async () => {
  const broken = { ...admin, requestId: 'no uuid, which the log refuses' }
  await expect(addGroup(database.db, broken, taxi)).rejects.toThrow()
  await expect(passGroup(database.db, broken, { key: 'ngo', past: 'government', way: 'up' })).rejects.toThrow()
  expect(await keys()).toEqual(['personal', 'company', 'government', 'ngo', 'unclassified'])
})
