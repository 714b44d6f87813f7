import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Caller, callerOf, shellCaller } from '@/db/access'
import { createApiKey } from '@/db/commands/api-keys'
import { invitePerson } from '@/db/commands/invitations'
import { makeResetLink } from '@/db/commands/password'
import { changeAccess, disablePerson, removePerson } from '@/db/commands/people'
import { listApiKeys } from '@/db/queries/api-keys'
import { readAuditLog } from '@/db/queries/audit-log'
import { findPerson, listInvitations, listPeople } from '@/db/queries/people'
import { newApiKey } from './secrets'
import { untilWaiting } from './testing/until-waiting'
import { openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const ALL = { all_branches: true, branches: [] }
const LINK = { tokenHash: 'hash', hours: 1 }
const branchId = async (code: string) =>
  String((await work.rows(sql`select id from branches where code = ${code}`))[0]?.id)

const limited = async (id = crypto.randomUUID()): Promise<Caller> => {
  const holder = { id, name: 'N', role: 'admin', allBranches: false, branchIds: [await branchId('north')] } as const
  return callerOf('person', holder, { address: null, requestId: null })
}
const refused = { status: 403, code: 'beyond_your_branches' }

test('an administrator of some branches gives nobody more than those branches', async () => {
  const [caller, id] = [
    await limited(),
    await work.addPerson('a@example.org', { all_branches: false, branches: ['north'] }),
  ]
  for (const access of [
    { role: 'viewer', ...ALL } as const,
    { role: 'viewer', all_branches: false, branches: ['north', 'south'] } as const,
  ]) {
    const given = { ...access, branches: [...access.branches] }
    await expect(changeAccess(work.db, caller, id, given)).rejects.toMatchObject(refused)
    await expect(
      invitePerson(work.db, caller, { name: 'N', email: 'n@example.org', ...given }, LINK),
    ).rejects.toMatchObject(refused)
    const { key: _, ...kept } = newApiKey()
    await expect(createApiKey(work.db, caller, { name: 'k', days: null, ...given }, kept)).rejects.toMatchObject(
      refused,
    )
  }
  await changeAccess(work.db, caller, id, { role: 'clerk', all_branches: false, branches: ['north'] })
})

test('an administrator of some branches does not touch who sees more: neither their account nor a link for their password', async () => {
  await work.addPerson('owner@example.org', { role: 'admin' })
  const [caller, id] = [await limited(), await work.addPerson('a@example.org', { role: 'admin' })]
  for (const change of [
    () => changeAccess(work.db, caller, id, { role: 'viewer', all_branches: false, branches: ['north'] }),
    () => disablePerson(work.db, caller, id),
    () => removePerson(work.db, caller, id),
    () => makeResetLink(work.db, caller, id, LINK),
  ]) {
    await expect(change()).rejects.toMatchObject(refused)
  }
})

test('an administrator of some branches does not touch who is given another branch at the same moment', async () => {
  const [caller, id] = [
    await limited(),
    await work.addPerson('a@example.org', { all_branches: false, branches: ['north'] }),
  ]
  const { disabled } = await work.db.transaction(async (tx) => {
    await tx.execute(sql`update users set updated_at = now() where id = ${id}`)
    await tx.execute(sql`insert into user_branches values (${id}, ${await branchId('south')})`)
    const disabled = Promise.allSettled([disablePerson(work.db, caller, id)])
    await untilWaiting(work)
    return { disabled }
  })
  expect(await disabled).toMatchObject([{ status: 'rejected', reason: refused }])
})

test('an administrator of some branches sees the people, invitations and keys of those branches alone, and themselves', async () => {
  const shell = shellCaller()
  const [north, both] = [['north'], ['north', 'south']]
  const own = await work.addPerson('own@example.org', { role: 'admin', all_branches: false, branches: both })
  const caller = await limited(own)
  const id = await work.addPerson('a@example.org', { all_branches: false, branches: north })
  const more = [
    await work.addPerson('b@example.org', { all_branches: false, branches: both }),
    await work.addPerson('c@example.org'),
  ]
  for (const [name, access] of Object.entries({ north, both, all: null })) {
    const given = { role: 'viewer', all_branches: access === null, branches: access ?? [] } as const
    const link = { ...LINK, tokenHash: name }
    await invitePerson(work.db, shell, { name, email: `${name}@example.org`, ...given }, link)
    const { key: _, ...kept } = newApiKey()
    await createApiKey(work.db, shell, { name, days: null, ...given }, kept)
  }
  expect((await listPeople(work.db, caller)).map((person) => person.id)).toEqual([id, own])
  expect((await listInvitations(work.db, caller)).map(({ name }) => name)).toEqual(['north'])
  expect((await listApiKeys(work.db, caller)).map(({ name }) => name)).toEqual(['north'])
  expect(await findPerson(work.db, caller, id)).toMatchObject({ branches: [{ code: 'north' }] })
  for (const other of more) expect(await findPerson(work.db, caller, other)).toBeNull()
  await expect(readAuditLog(work.db, caller, {})).rejects.toMatchObject(refused)
  expect(await listPeople(work.db, shell)).toHaveLength(4)
})
