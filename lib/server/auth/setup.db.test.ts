import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSetupLink } from '@/db/commands/setup'
import { findBusiness } from '@/db/queries/business'
import { newLink } from './links'
import { completeSetup, readSetup } from './setup'
import { openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const PASSWORD = 'mlima mrefu na theluji'
const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? ''
const expire = () => work.db.execute(sql`update one_time_links set expires_at = now()`)
const refused = { ok: false, status: 410 }

describe('the set-up link', () => {
  const answers = {
    name: 'Neema',
    email: 'neema@example.org',
    password: PASSWORD,
    business_name: 'Mlima Garage',
    time_zone: 'Africa/Nairobi',
    currency: 'KES',
    country: 'KE',
    branches: ['Nairobi', 'Mombasa', 'Mombasa'],
  }
  const make = async () => {
    const { url, kept } = newLink('setup', 'http://groups.test')
    expect(await makeSetupLink(work.db, kept)).toBe(true)
    return tokenOf(url)
  }

  test('makes the first administrator and the business what they say, and signs them in', async () => {
    await work.db.execute(sql`delete from branches where code <> 'main'`)
    const token = await make()
    const { visitor, cookies } = work.browser()
    expect(await completeSetup({ token, ...answers }, visitor)).toEqual({ ok: true })
    expect(cookies.get('session')).toBeTruthy()
    expect(await findBusiness(work.db)).toMatchObject({
      name: 'Mlima Garage',
      timeZone: 'Africa/Nairobi',
      currency: 'KES',
      country: 'KE',
    })
    expect(await work.rows(sql`select code, name from branches order by position`)).toEqual([
      { code: 'main', name: 'Nairobi' },
      { code: 'mombasa', name: 'Mombasa' },
      { code: 'mombasa-2', name: 'Mombasa' },
    ])
    expect(await work.rows(sql`select email, role, all_branches from users`)).toEqual([
      { email: 'neema@example.org', role: 'admin', all_branches: true },
    ])
    expect(await work.audited()).toEqual(['link.made', 'business.changed', 'setup.completed', 'sign_in.succeeded'])
  })

  test('asks only for what neither the environment nor records have given, and takes nothing else', async () => {
    vi.stubEnv('BUSINESS_NAME', 'Kilimo Motors')
    vi.stubEnv('BUSINESS_CURRENCY', 'USD')
    const token = await make()
    expect((await readSetup(token, work.db))?.asks).toEqual({
      business_name: false,
      time_zone: true,
      currency: false,
      country: true,
      branches: false,
    })
    await completeSetup({ token, ...answers }, work.browser().visitor)
    expect(await findBusiness(work.db)).toMatchObject({ name: 'Kilimo Motors', currency: 'USD', country: 'KE' })
    expect(await work.rows(sql`select from branches`)).toHaveLength(3)
  })

  test('is not used up by an answer that lacks something', async () => {
    const token = await make()
    const lacking = await completeSetup(
      { token, ...answers, time_zone: undefined, password: 'short' },
      work.browser().visitor,
    )
    expect(lacking).toMatchObject({ ok: false, status: 400, fields: [{ name: 'password' }] })
    const unknown = await completeSetup({ token, ...answers, time_zone: 'Mars/Olympus' }, work.browser().visitor)
    expect(unknown).toMatchObject({ ok: false, status: 400, fields: [{ name: 'time_zone' }] })
    expect(await completeSetup({ token, ...answers }, work.browser().visitor)).toEqual({ ok: true })
  })

  test('used twice at once makes one administrator', async () => {
    const token = await make()
    const done = await Promise.all(
      ['a', 'b'].map((name) =>
        completeSetup({ token, ...answers, email: `${name}@example.org` }, work.browser().visitor),
      ),
    )
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await work.rows(sql`select from users`)).toHaveLength(1)
  })

  test('is replaced by that of the next start, and no start makes one once somebody has an account', async () => {
    const first = await make()
    const second = await make()
    expect(await completeSetup({ token: first, ...answers }, work.browser().visitor)).toMatchObject(refused)
    expect(await readSetup(first, work.db)).toBeNull()
    expect(await completeSetup({ token: second, ...answers }, work.browser().visitor)).toEqual({ ok: true })
    expect(await makeSetupLink(work.db, newLink('setup', 'http://groups.test').kept)).toBe(false)
  })

  test('is looked at before anything else of the answer', async () => {
    await make()
    const answer = { ...answers, password: 'password1234', time_zone: undefined }
    expect(await completeSetup({ token: 'another', ...answer }, work.browser().visitor)).toMatchObject(refused)
  })

  test('does not work after its time', async () => {
    const token = await make()
    await expire()
    expect(await readSetup(token, work.db)).toBeNull()
    expect(await completeSetup({ token, ...answers }, work.browser().visitor)).toMatchObject(refused)
    expect(await work.rows(sql`select from users`)).toEqual([])
  })
})
