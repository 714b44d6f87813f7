import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { branchScope, systemScope } from '@/db/access'
import { findBranchSettings, listBranchSettings } from '@/db/queries/branch-settings'
import { listBranches, listOpenBranches } from '@/db/queries/branches'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { addBranch, archiveBranch, changeBranch, passBranch } from './branches'

const admin = personAs('admin')
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  const visit = { at: '2026-03-20T10:00:00Z', branch: 'visited' }
  const specs = [
    { name: 'Asha', home: 'north' },
    { name: 'Baraka', home: 'main', orders: [visit] },
  ]
  await recordWorkshop(database.db, {}, specs, ['empty'])
})
afterEach(() => database.drop())

const rows = async (query: ReturnType<typeof sql>) => (await database.db.execute(query)).rows
const codesOf = (listed: { code: string }[]) => listed.map(({ code }) => code)
const idOf = async (code: string) => String((await rows(sql`select id from branches where code = ${code}`))[0]?.id)
async function branch(code: string) {
  const found = await findBranchSettings(database.db, admin, code)
  if (!found) throw new Error(`there is no ${code}`)
  return found
}
async function archive(code: string, archived = true, caller = admin) {
  await archiveBranch(database.db, caller, { key: code, seen: (await branch(code)).version, archived })
}
async function rename(code: string, name: string, caller = admin) {
  await changeBranch(database.db, caller, { key: code, seen: (await branch(code)).version, name })
}

test('a new branch stands last under a code from its name, and can be chosen everywhere', async () => {
  expect(await addBranch(database.db, admin, { name: 'Dar es Salaam – Upanga' })).toBe('dar-es-salaam-upanga')
  for (const list of [listBranches, listOpenBranches])
    expect(codesOf(await list(database.db, systemScope())).at(-1)).toBe('dar-es-salaam-upanga')
  const told = await rows(sql`select action, subject_kind from audit_log`)
  expect(told).toEqual([{ action: 'branch.created', subject_kind: 'branch' }])
})

test('a name that another branch has as its name or code is refused', async () => {
  for (const name of ['North', 'Main'])
    await expect(addBranch(database.db, admin, { name })).rejects.toMatchObject({ status: 409, code: 'name_taken' })
  await expect(rename('north', 'Empty')).rejects.toMatchObject({ code: 'name_taken' })
})

test('a renamed branch keeps its code and its records', async () => {
  await rename('north', 'Kaskazini')
  expect(await branch('north')).toMatchObject({ name: 'Kaskazini', customers: 1 })
})

describe('an archived branch', () => {
  test('is no choice for what is new, and a filter that says so, without a look at any record', async () => {
    for (const code of ['north', 'visited', 'empty']) await archive(code)
    expect(codesOf(await listOpenBranches(database.db, systemScope()))).toEqual(['main'])
    const read = vi.spyOn(database.pool, 'query')
    const listed = await listBranches(database.db, systemScope())
    expect(listed.filter(({ archived }) => archived).map(({ code }) => code)).toEqual(['empty', 'north', 'visited'])
    expect(listed.filter(({ archived }) => !archived).map(({ code }) => code)).toEqual(['main'])
    expect(read).toHaveBeenCalledOnce()
    expect(JSON.stringify(read.mock.calls)).not.toMatch(/orders|customers/)
  })

  test('keeps its orders in every figure', async () => {
    const ask = (branchCode: string) =>
      getCustomerGroups(
        database.db,
        systemScope(),
        groupsParamsSchema.parse({ as_of: '2026-03-31T10:00:00Z', branch: branchCode }),
      )
    const before = [await ask('all'), await ask('visited')]
    await archive('visited')
    expect([await ask('all'), await ask('visited')]).toEqual(before)
    expect(before[1]?.totals.orders).toBe(1)
  })

  test('is still seen by those who are limited to it', async () => {
    await archive('empty')
    const scope = branchScope([await idOf('empty')])
    expect(codesOf(await listBranches(database.db, scope))).toEqual(['empty'])
    expect(await listOpenBranches(database.db, scope)).toEqual([])
  })

  test('comes back', async () => {
    await archive('north')
    await archive('north', false)
    expect(await branch('north')).toMatchObject({ archived: false })
  })

  test('is never the main one', async () => {
    await expect(archive('main')).rejects.toMatchObject({ status: 409, code: 'always_needed' })
  })
})

test('what somebody else has changed since is not overwritten', async () => {
  const { version } = await branch('north')
  await rename('north', 'Theirs')
  const late = { status: 409, code: 'changed_meanwhile' }
  const mine = { key: 'north', seen: version }
  await expect(changeBranch(database.db, admin, { ...mine, name: 'Mine' })).rejects.toMatchObject(late)
  await expect(archiveBranch(database.db, admin, { ...mine, archived: true })).rejects.toMatchObject(late)
  await passBranch(database.db, admin, { key: 'north', past: 'empty', way: 'up' })
  const again = passBranch(database.db, admin, { key: 'north', past: 'empty', way: 'up' })
  await expect(again).rejects.toMatchObject(late)
  expect(codesOf(await listBranchSettings(database.db, admin))).toEqual(['main', 'north', 'empty', 'visited'])
  expect(await branch('north')).toMatchObject({ name: 'Theirs', archived: false })
})

describe('who may', () => {
  test.each(['viewer', 'clerk', 'manager'] as const)('a %s does nothing of it', async (role) => {
    for (const refused of [
      () => addBranch(database.db, personAs(role), { name: 'x' }),
      () => rename('north', 'x', personAs(role)),
      () => archive('north', true, personAs(role)),
      () => passBranch(database.db, personAs(role), { key: 'north', past: 'empty', way: 'up' }),
      () => listBranchSettings(database.db, personAs(role)),
    ]) {
      await expect(refused()).rejects.toMatchObject({ status: 403 })
    }
    expect(await branch('north')).toMatchObject({ name: 'north', archived: false })
  })

  test('an administrator of some branches manages these, and neither others nor the list', async () => {
    const limited = personAs('admin', [await idOf('north')])
    await rename('north', 'Kaskazini', limited)
    await archive('north', true, limited)
    expect(await listBranchSettings(database.db, limited)).toMatchObject([{ name: 'Kaskazini', archived: true }])
    for (const refused of [
      () => addBranch(database.db, limited, { name: 'x' }),
      () => rename('visited', 'x', limited),
      () => archive('visited', true, limited),
      () => passBranch(database.db, limited, { key: 'north', past: 'empty', way: 'up' }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ status: 403, code: 'beyond_your_branches' })
    }
  })
})
