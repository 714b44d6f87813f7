import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Caller, callerOf, shellCaller } from '@/db/access'
import { changeAccess, disablePerson, removePerson } from '@/db/commands/people'
import { readAuditLog } from '@/db/queries/audit-log'
import { acceptInvitation, resetPassword } from './by-link'
import { invite, sendResetLink } from './manage-people'
import { untilWaiting } from './testing/until-waiting'
import { openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
  await work.addPerson('owner@example.org', { role: 'admin' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const PASSWORD = 'mlima mrefu na theluji'
const OF_NORTH = { all_branches: false, branches: ['north'] }
const refused = { ok: false, status: 410 }

const by = (caller: Caller = shellCaller()) => ({ db: work.db, caller, origin: 'http://groups.test' })
const tokenOf = (made: Awaited<ReturnType<typeof invite>>) => {
  if (!made.ok) throw new Error(made.error)
  return new URL(made.link).searchParams.get('token') ?? ''
}
const resetToken = async (id: string, caller?: Caller) => tokenOf(await sendResetLink({ person_id: id }, by(caller)))
const juma = (access: { all_branches: boolean; branches: string[] }) =>
  ({ name: 'Juma', email: 'juma@example.org', role: 'viewer', ...access }) as const
const reset = (token: string, headers?: Record<string, string>) =>
  resetPassword({ token, password: PASSWORD }, work.browser(headers).visitor)
const accept = (token: string) =>
  acceptInvitation({ token, name: 'Juma Ali', password: PASSWORD }, work.browser().visitor)

/** An administrator of north with an account. */
async function northern(): Promise<Caller> {
  const id = await work.addPerson('northern@example.org', { role: 'admin', ...OF_NORTH })
  const [north] = await work.rows(sql`select id from branches where code = 'north'`)
  const holder = { id, name: 'N', role: 'admin', allBranches: false, branchIds: [String(north?.id)] } as const
  return callerOf('person', holder, { address: null, requestId: null })
}

test('a link for a new password does not outlive a change of what its holder may do', async () => {
  const id = await work.addPerson('a@example.org', OF_NORTH)
  const token = await resetToken(id, await northern())
  await changeAccess(work.db, shellCaller(), id, { role: 'admin', all_branches: true, branches: [] })
  expect(await reset(token)).toMatchObject(refused)
})

describe('the links that an administrator made for others end when', () => {
  test.each([
    ['they may do something else', changeAccess],
    ['they are disabled', disablePerson],
    ['they are removed', removePerson],
  ])('%s', async (_, end) => {
    const caller = await northern()
    const id = await work.addPerson('a@example.org', OF_NORTH)
    const [own, invited] = [await resetToken(id, caller), tokenOf(await invite(juma(OF_NORTH), by(caller)))]
    const other = await resetToken(await work.addPerson('b@example.org'))
    await end(work.db, shellCaller(), caller.id ?? '', { role: 'viewer', all_branches: true, branches: [] })
    expect(await reset(own)).toMatchObject(refused)
    expect(await accept(invited)).toMatchObject(refused)
    expect(await reset(other)).toEqual({ ok: true })
  })
})

describe('an earlier invitation of the same e-mail', () => {
  const open = () => work.rows(sql`select invitation ->> 'role' as role from one_time_links`)

  test('is not replaced by somebody whose branches it goes beyond', async () => {
    const token = tokenOf(await invite(juma({ all_branches: true, branches: [] }), by()))
    expect(await invite(juma(OF_NORTH), by(await northern()))).toMatchObject({ ok: false, status: 403 })
    expect(await accept(token)).toEqual({ ok: true })
  })

  test('is replaced otherwise, which is written down', async () => {
    await invite(juma(OF_NORTH), by())
    await invite(juma(OF_NORTH), by(await northern()))
    expect(await open()).toHaveLength(1)
    const [id] = (await work.rows(sql`select id from one_time_links`)).map((row) => row.id)
    const { entries } = await readAuditLog(work.db, shellCaller(), { action: 'link.revoked' })
    expect(entries).toMatchObject([{ subject_kind: 'invitation', detail: { replacedBy: id } }])
  })

  test('is replaced too where both are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => invite(juma(OF_NORTH), by())))
    expect(made.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    expect(await open()).toHaveLength(1)
  })
})

test('an accepted invitation keeps no name and no e-mail, and is told by the name of the account while there is one', async () => {
  expect(await accept(tokenOf(await invite(juma(OF_NORTH), by())))).toEqual({ ok: true })
  expect(JSON.stringify(await work.rows(sql`select * from one_time_links`))).not.toMatch(/juma/i)
  const invited = async () => (await readAuditLog(work.db, shellCaller(), { action: 'person.invited' })).entries
  const [user] = await work.rows(sql`select id from users where email = 'juma@example.org'`)
  await resetToken(String(user?.id))
  expect(await invited()).toMatchObject([{ subject_name: 'Juma Ali' }])
  await removePerson(work.db, shellCaller(), String(user?.id))
  expect(await invited()).toMatchObject([{ subject_name: null }])
})

test('a link that is used while an administrator ends it makes nobody wait in a ring', async () => {
  const id = await work.addPerson('a@example.org')
  const token = await resetToken(id)
  const { used } = await work.db.transaction(async (tx) => {
    await tx.execute(sql`select from users where id = ${id} for update`)
    const used = Promise.allSettled([reset(token)])
    await untilWaiting(work)
    await tx.execute(sql`delete from one_time_links where user_id = ${id}`)
    return { used }
  })
  expect(await used).toMatchObject([{ status: 'fulfilled', value: refused }])
})

test('a new password gives the account its tries back, and the address none', async () => {
  vi.stubEnv('TRUSTED_PROXIES', '10.0.0.0/8')
  const id = await work.addPerson('a@example.org')
  const from = { 'x-forwarded-for': '203.0.113.7, 10.1.2.3' }
  const failures = sql`select failures from sign_in_failures where subject like 'address:%'`
  const count = async () => Number((await work.rows(failures))[0]?.failures)
  expect(await reset(await resetToken(id), from)).toEqual({ ok: true })
  await work.db.execute(sql`update sign_in_failures set failures = 7 where subject like 'address:%'`)
  expect(await reset(await resetToken(id), from)).toEqual({ ok: true })
  expect(await count()).toBe(7)
})
