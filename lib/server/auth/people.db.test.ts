import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Caller, shellCaller } from '@/db/access'
import { createApiKey } from '@/db/commands/api-keys'
import { invitePerson } from '@/db/commands/invitations'
import { makeResetLink } from '@/db/commands/password'
import { changeAccess, disablePerson, removePerson } from '@/db/commands/people'
import { listApiKeys } from '@/db/queries/api-keys'
import { readAuditLog } from '@/db/queries/audit-log'
import { findPerson, listInvitations, listPeople } from '@/db/queries/people'
import { personAs } from '@/db/testing/administrators'
import { newApiKey } from './secrets'
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

describe('the last administrator with all branches', () => {
  test('can not be demoted, limited to branches, disabled or removed', async () => {
    const id = await work.addPerson('admin@example.org', { role: 'admin' })
    await work.addPerson('limited@example.org', { role: 'admin', all_branches: false, branches: ['north'] })
    const refused = { status: 409, code: 'last_administrator' }
    const shell = shellCaller()
    await expect(changeAccess(work.db, shell, id, { role: 'manager', ...ALL })).rejects.toMatchObject(refused)
    const limited = { role: 'admin', all_branches: false, branches: ['north'] } as const
    await expect(changeAccess(work.db, shell, id, { ...limited, branches: ['north'] })).rejects.toMatchObject(refused)
    await expect(disablePerson(work.db, shell, id)).rejects.toMatchObject(refused)
    await expect(removePerson(work.db, shell, id)).rejects.toMatchObject(refused)
    expect(await work.audited()).toEqual(['person.joined', 'person.joined'])
  })

  test('stays when two administrators are demoted at once', async () => {
    const ids = [
      await work.addPerson('a@example.org', { role: 'admin' }),
      await work.addPerson('b@example.org', { role: 'admin' }),
    ]
    for (let round = 0; round < 5; round++) {
      await work.db.execute(sql`update users set role = 'admin'`)
      const demoted = await Promise.allSettled(
        ids.map((id) => changeAccess(work.db, shellCaller(), id, { role: 'viewer', ...ALL })),
      )
      expect(demoted.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await work.rows(sql`select from users where role = 'admin'`)).toHaveLength(1)
    }
  })

  test('stays when one is disabled while the other is removed', async () => {
    const a = await work.addPerson('a@example.org', { role: 'admin' })
    const b = await work.addPerson('b@example.org', { role: 'admin' })
    const ended = await Promise.allSettled([
      disablePerson(work.db, shellCaller(), a),
      removePerson(work.db, shellCaller(), b),
    ])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

test.each(['viewer', 'clerk', 'manager'] as const)(
  'a %s neither reads nor changes people, keys or the audit log',
  async (role) => {
    const id = await work.addPerson('a@example.org')
    const caller = personAs(role)
    const { key: _, ...kept } = newApiKey()
    for (const refused of [
      () => listPeople(work.db, caller),
      () => findPerson(work.db, caller, id),
      () => listInvitations(work.db, caller),
      () => listApiKeys(work.db, caller),
      () => readAuditLog(work.db, caller, {}),
      () => changeAccess(work.db, caller, id, { role: 'admin', ...ALL }),
      () => disablePerson(work.db, caller, id),
      () => removePerson(work.db, caller, id),
      () => makeResetLink(work.db, caller, id, LINK),
      () => invitePerson(work.db, caller, { name: 'N', email: 'n@example.org', role: 'viewer', ...ALL }, LINK),
      () => createApiKey(work.db, caller, { name: 'k', role: 'viewer', days: null, ...ALL }, kept),
    ]) {
      await expect(refused()).rejects.toMatchObject({ status: 403, code: 'not_allowed' })
    }
  },
)

test('somebody who is not there, by an id or by rubbish, is 404', async () => {
  for (const id of [crypto.randomUUID(), 'rubbish']) {
    await expect(removePerson(work.db, shellCaller(), id)).rejects.toMatchObject({ status: 404 })
    expect(await findPerson(work.db, shellCaller(), id)).toBeNull()
  }
})

test('a change and its audit entry are one: where the entry can not be written, nothing changes', async () => {
  await work.addPerson('owner@example.org', { role: 'admin' })
  const id = await work.addPerson('a@example.org')
  const broken: Caller = { ...shellCaller(), requestId: 'no uuid, which the log refuses' }
  const { key: _, ...kept } = newApiKey()
  for (const change of [
    () => changeAccess(work.db, broken, id, { role: 'admin', ...ALL }),
    () => disablePerson(work.db, broken, id),
    () => removePerson(work.db, broken, id),
    () => makeResetLink(work.db, broken, id, LINK),
    () => invitePerson(work.db, broken, { name: 'N', email: 'n@example.org', role: 'viewer', ...ALL }, LINK),
    () => createApiKey(work.db, broken, { name: 'k', role: 'viewer', days: null, ...ALL }, kept),
  ]) {
    await expect(change()).rejects.toThrow()
  }
  expect(await findPerson(work.db, shellCaller(), id)).toMatchObject({ role: 'viewer', disabledAt: null })
  expect(await work.rows(sql`select from one_time_links union all select from api_keys`)).toEqual([])
  expect(await work.audited()).toEqual(['person.joined', 'person.joined'])
})

test('people, invitations and keys are listed with their branches in order, and never with a secret', async () => {
  await work.addPerson('b@example.org', { role: 'admin' })
  await work.addPerson('a@example.org', { all_branches: false, branches: ['south', 'main'] })
  const shell = shellCaller()
  const some = { all_branches: false, branches: ['north'] }
  await invitePerson(work.db, shell, { name: 'N', email: 'n@example.org', role: 'clerk', ...some }, LINK)
  const { key: _, ...kept } = newApiKey()
  await createApiKey(work.db, shell, { name: 'till', role: 'viewer', days: 30, ...some }, kept)
  const [a, b] = await listPeople(work.db, shell)
  expect(a).toMatchObject({ email: 'a@example.org', branches: [{ code: 'main', name: 'Main' }, { code: 'south' }] })
  expect(b).toMatchObject({ role: 'admin', allBranches: true, branches: [], disabledAt: null, lastSeenAt: null })
  const [invited] = await listInvitations(work.db, shell)
  expect(invited).toMatchObject({ email: 'n@example.org', role: 'clerk', branches: [{ code: 'north', name: 'north' }] })
  const [key] = await listApiKeys(work.db, shell)
  expect(key).toMatchObject({ name: 'till', prefix: kept.prefix, branches: [{ code: 'north' }], lastUsedAt: null })
  expect(Date.parse(key?.expiresAt ?? '') - Date.now()).toBeGreaterThan(29 * 86_400_000)
  expect(JSON.stringify([a, b, invited, key])).not.toMatch(/hash|argon/i)
})
