import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listOwnSessions } from '@/db/queries/own-sessions'
import { changeName, changePassword, endOtherSessions, endSession, signOut } from './own-account'
import { readSessionCookie } from './session-cookie'
import { untilWaiting } from './testing/until-waiting'
import { GOOD_PASSWORD, openWorkplace, type Workplace } from './testing/workplace'

const NEXT = 'mlima mrefu na theluji'
const EMAIL = 'neema@example.org'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
  await work.addPerson(EMAIL)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const member = async (email = EMAIL) => {
  const { caller, browser, token } = await work.signedIn(email)
  return { given: { caller, visitor: browser.visitor }, browser, token }
}

test('signing out ends the session at once, takes its cookie back and leaves the others', async () => {
  const [here, there] = [await member(), await member()]
  expect(await signOut(here.given)).toEqual({ ok: true })
  expect(here.browser.cookies.get('session')).toBe('')
  expect(await work.holderOf(here.token)).toBeNull()
  expect(await work.holderOf(there.token)).not.toBeNull()
  expect(await signOut(here.given)).toEqual({ ok: true })
  expect((await work.audited()).filter((action) => action === 'sign_out')).toHaveLength(1)
})

describe('changing the password', () => {
  const change = (given: Awaited<ReturnType<typeof member>>['given'], current: string, next = NEXT) =>
    changePassword({ current_password: current, new_password: next }, given)

  test('ends every session and gives this browser a new one', async () => {
    const [here, there] = [await member(), await member()]
    expect(await change(here.given, GOOD_PASSWORD)).toEqual({ ok: true })
    expect(await work.holderOf(here.token)).toBeNull()
    expect(await work.holderOf(there.token)).toBeNull()
    const renewed = readSessionCookie(here.browser.cookies.get('session'))
    expect(renewed).not.toBe(here.token)
    expect(await work.holderOf(renewed ?? '')).toMatchObject({ role: 'viewer' })
    await expect(work.signedIn(EMAIL)).rejects.toThrow()
  })

  test('needs the present one, and counts wrong ones as failed sign-ins', async () => {
    const { given, token } = await member()
    for (let failure = 0; failure < 5; failure++) {
      expect(await change(given, 'a wrong guess')).toMatchObject({
        status: 400,
        fields: [{ name: 'current_password' }],
      })
    }
    expect(await change(given, GOOD_PASSWORD)).toMatchObject({ ok: false, status: 429 })
    expect(await work.holderOf(token)).not.toBeNull()
  })

  test('works at the last try before the account would rest', async () => {
    const { given } = await member()
    for (let failure = 0; failure < 4; failure++) await change(given, 'a wrong guess')
    expect(await change(given, GOOD_PASSWORD)).toEqual({ ok: true })
    await expect(work.signedIn(EMAIL, NEXT)).resolves.toBeDefined()
  })

  test.each(['another password', 'a sign-out', 'the end of the account'])('does not go on after %s', async (end) => {
    const { given } = await member()
    const id = given.caller.id ?? ''
    const { changed } = await work.db.transaction(async (tx) => {
      await tx.execute(sql`select from users where id = ${id} for update`)
      const changed = change(given, GOOD_PASSWORD)
      await untilWaiting(work)
      if (end === 'another password') await tx.execute(sql`update accounts set password = 'the hash of another one'`)
      if (end === 'a sign-out') await tx.execute(sql`delete from sessions`)
      if (end === 'the end of the account') await tx.execute(sql`update users set disabled_at = now()`)
      return { changed }
    })
    const before = await work.rows(sql`select password from accounts`)
    expect(await changed).toMatchObject({ ok: false, status: 409 })
    expect(await work.rows(sql`select password from accounts`)).toEqual(before)
    expect(await work.audited()).not.toContain('password.changed')
  })

  test('refuses a common one and changes nothing', async () => {
    const { given, token } = await member()
    expect(await change(given, GOOD_PASSWORD, 'password1234')).toMatchObject({ fields: [{ name: 'new_password' }] })
    expect(await work.holderOf(token)).not.toBeNull()
  })
})

test('own sessions are listed, this one first, and each of them can be ended', async () => {
  const [there, here] = [await member(), await member()]
  const list = () => listOwnSessions(work.db, here.given.caller, 30)
  const [first, second] = await list()
  expect([first?.isCurrent, second?.isCurrent]).toEqual([true, false])
  expect(await endSession({ session_id: second?.id }, here.given)).toEqual({ ok: true })
  expect(await work.holderOf(there.token)).toBeNull()
  expect(await list()).toHaveLength(1)
  await member()
  expect(await endOtherSessions(here.given)).toEqual({ ok: true, ended: 1 })
  expect(await list()).toHaveLength(1)
})

test("somebody else's session is not there to be ended", async () => {
  await work.addPerson('juma@example.org')
  const [mine, theirs] = [await member(), await member('juma@example.org')]
  const [session] = await listOwnSessions(work.db, theirs.given.caller, 30)
  for (const id of [session?.id, crypto.randomUUID(), 'rubbish']) {
    expect(await endSession({ session_id: id }, mine.given)).toMatchObject({ ok: false, status: 404 })
  }
  expect(await work.holderOf(theirs.token)).not.toBeNull()
})

test('a new name is kept, and the audit log tells that it changed without telling it', async () => {
  const { given } = await member()
  expect(await changeName({ name: '  Neema Mushi ' }, given)).toEqual({ ok: true })
  expect(await work.rows(sql`select name from users`)).toEqual([{ name: 'Neema Mushi' }])
  expect(JSON.stringify(await work.rows(sql`select * from audit_log`))).not.toContain('Mushi')
})

test('a session that is begun while the password changes does not outlive the old one', async () => {
  const { given } = await member()
  const [, late] = await Promise.all([
    changePassword({ current_password: GOOD_PASSWORD, new_password: NEXT }, given),
    work.signedIn(EMAIL).catch(() => null),
  ])
  const sessions = await work.rows(sql`select token from sessions`)
  expect(sessions).toHaveLength(1)
  expect(sessions[0]?.token).not.toBe(late?.token)
})
