import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hashPassword } from './password-hash'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
  await work.addPerson('neema@example.org')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const attempt = (email: string, password: string, headers?: Record<string, string>) =>
  signIn({ email, password }, work.browser(headers).visitor)

test('the right password sets a signed cookie, without regard to the case of the e-mail', async () => {
  const { visitor, cookies } = work.browser()
  expect(await signIn({ email: ' Neema@Example.org ', password: GOOD_PASSWORD }, visitor)).toEqual({ ok: true })
  expect(cookies.get('session')).toMatch(/^\w{32}\.[\w+/]{43}=$/)
})

test('the cookie is HttpOnly and SameSite, and under https Secure with the __Host- prefix', async () => {
  const cookieUnder = async (url: string) => {
    vi.stubEnv('PUBLIC_URL', url)
    const secured = await openWorkplace()
    await secured.addPerson('neema@example.org')
    const browser = secured.browser()
    await signIn({ email: 'neema@example.org', password: GOOD_PASSWORD }, browser.visitor)
    await secured.drop()
    return { names: [...browser.cookies.keys()], attributes: browser.attributes }
  }
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 30 * 86_400 }
  expect(await cookieUnder('https://groups.example.org')).toEqual({
    names: ['__Host-session'],
    attributes: [{ ...attributes, secure: true }],
  })
  expect(await cookieUnder('http://groups.example.org')).toEqual({
    names: ['session'],
    attributes: [{ ...attributes, secure: false }],
  })
})

test('a wrong password, an unknown e-mail and a disabled account get the same answer, and no session', async () => {
  await work.addPerson('gone@example.org')
  await work.db.execute(sql`update users set disabled_at = now() where email = 'gone@example.org'`)
  const wrong = await attempt('neema@example.org', 'not the password')
  expect(wrong).toMatchObject({ ok: false, status: 401 })
  expect(await attempt('nobody@example.org', GOOD_PASSWORD)).toEqual(wrong)
  expect(await attempt('gone@example.org', GOOD_PASSWORD)).toEqual(wrong)
  expect(await work.rows(sql`select from sessions`)).toEqual([])
})

test('an unknown e-mail and a wrong password each cost the work of one password', async () => {
  await attempt('nobody@example.org', GOOD_PASSWORD)
  expect(work.passwordWork()).toBe(1)
  await attempt('neema@example.org', 'not the password')
  expect(work.passwordWork()).toBe(2)
})

describe('after five failures', () => {
  const failFive = async (email = 'neema@example.org') => {
    for (let failure = 0; failure < 5; failure++) await attempt(email, 'not the password')
  }

  test('even the right password is not looked at, and the answer differs in its status alone', async () => {
    const wrong = await attempt('neema@example.org', 'not the password')
    await failFive()
    const throttled = await attempt('neema@example.org', GOOD_PASSWORD)
    expect(throttled).toEqual({ ...wrong, status: 429, retryAfterSeconds: expect.any(Number) })
  })

  test('the account rests for the rest of the five minutes and no longer', async () => {
    await failFive()
    const throttled = await attempt('neema@example.org', GOOD_PASSWORD)
    if (throttled.ok) throw new Error('it was let in')
    expect(throttled.retryAfterSeconds).toBeGreaterThan(280)
    await work.db.execute(sql`update sign_in_failures set window_started_at = now() - interval '5 minutes'`)
    expect(await attempt('neema@example.org', GOOD_PASSWORD)).toEqual({ ok: true })
  })

  test('an unknown e-mail is throttled in the same way, and another account is not', async () => {
    await failFive('nobody@example.org')
    expect(await attempt('nobody@example.org', GOOD_PASSWORD)).toMatchObject({ status: 429 })
    expect(await attempt('neema@example.org', GOOD_PASSWORD)).toEqual({ ok: true })
  })

  test('no X-Forwarded-For of the client makes it another one', async () => {
    await failFive()
    const spoofed = { 'x-forwarded-for': '203.0.113.7' }
    expect(await attempt('neema@example.org', GOOD_PASSWORD, spoofed)).toMatchObject({ status: 429 })
  })
})

test('of twenty wrong attempts at once exactly five have their password checked', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('neema@example.org', 'not the password')))
  const statuses = answers.map((answer) => (answer.ok ? 200 : answer.status))
  expect(work.passwordWork()).toBe(5)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  const audited = await work.audited()
  expect(audited.filter((action) => action === 'sign_in.failed')).toHaveLength(5)
  expect(audited.filter((action) => action === 'sign_in.throttled')).toHaveLength(1)
})

test('a password of 128 characters signs in also as it is typed of many more pieces', async () => {
  const password = '\u03b1\u0313\u0301\u0345'.repeat(128)
  expect([password.length, password.normalize('NFKC').length]).toEqual([512, 128])
  await work.db.execute(sql`update accounts set password = ${await hashPassword(password)}`)
  expect(await attempt('neema@example.org', password)).toEqual({ ok: true })
})

test('guesses at ever new e-mails leave nothing behind when their window is over', async () => {
  for (let index = 0; index < 3; index++) await attempt(`guess${index}@example.org`, 'not the password')
  await work.db.execute(sql`update sign_in_failures set window_started_at = now() - interval '6 minutes'`)
  await attempt('guess@example.org', 'not the password')
  expect(await work.rows(sql`select from sign_in_failures where subject like 'account:%'`)).toHaveLength(1)
})

test('a success forgets the failures before it', async () => {
  for (let failure = 0; failure < 4; failure++) await attempt('neema@example.org', 'not the password')
  expect(await attempt('neema@example.org', GOOD_PASSWORD)).toEqual({ ok: true })
  for (let failure = 0; failure < 4; failure++) await attempt('neema@example.org', 'not the password')
  expect(await attempt('neema@example.org', GOOD_PASSWORD)).toEqual({ ok: true })
})

test('behind a trusted proxy an address that fails with twenty accounts rests too, and a success does not free it', async () => {
  vi.stubEnv('TRUSTED_PROXIES', '10.0.0.0/8')
  const from = { 'x-forwarded-for': '198.51.100.9, 203.0.113.7, 10.1.2.3' }
  for (let index = 0; index < 19; index++) await attempt(`guess${index}@example.org`, 'not the password', from)
  expect(await attempt('neema@example.org', GOOD_PASSWORD, from)).toEqual({ ok: true })
  await attempt('guess19@example.org', 'not the password', from)
  expect(await attempt('neema@example.org', GOOD_PASSWORD, from)).toMatchObject({ status: 429 })
  expect(await attempt('neema@example.org', GOOD_PASSWORD, { 'x-forwarded-for': '203.0.113.8' })).toEqual({ ok: true })
})

test('the audit log tells of each sign-in, from where and of whom, and holds no e-mail', async () => {
  vi.stubEnv('TRUSTED_PROXIES', '10.0.0.0/8')
  const from = { 'x-forwarded-for': '203.0.113.7' }
  await attempt('neema@example.org', 'not the password', from)
  await attempt('nobody@example.org', 'not the password', from)
  await attempt('neema@example.org', GOOD_PASSWORD, from)
  const [id] = (await work.rows(sql`select id from users`)).map((row) => row.id)
  const entries = await work.rows(sql`select actor_kind, actor_id, action, subject_kind, subject_id, address
    from audit_log where action like 'sign_in%' order by at, id`)
  expect(entries).toEqual([
    {
      actor_kind: 'unknown',
      actor_id: null,
      action: 'sign_in.failed',
      subject_kind: 'user',
      subject_id: id,
      address: '203.0.113.7',
    },
    {
      actor_kind: 'unknown',
      actor_id: null,
      action: 'sign_in.failed',
      subject_kind: null,
      subject_id: null,
      address: '203.0.113.7',
    },
    {
      actor_kind: 'person',
      actor_id: id,
      action: 'sign_in.succeeded',
      subject_kind: 'session',
      subject_id: expect.any(String),
      address: '203.0.113.7',
    },
  ])
  expect(JSON.stringify(await work.rows(sql`select * from audit_log`))).not.toContain('example.org')
  expect(JSON.stringify(await work.rows(sql`select * from sign_in_failures`))).not.toContain('example.org')
})
