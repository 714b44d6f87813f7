import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { shellCaller } from '@/db/access'
import { acceptInvitation, resetPassword } from './by-link'
import { readInvitation, readReset } from './links'
import { disable, invite, sendResetLink, takeBackInvitation } from './manage-people'
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
const shell = () => ({ db: work.db, caller: shellCaller(), origin: 'http://groups.test' })
const expire = () => work.db.execute(sql`update one_time_links set expires_at = now()`)
const refused = { ok: false, status: 410 }

describe('an invitation', () => {
  const form = { name: 'Juma', email: 'Juma@example.org', role: 'clerk', all_branches: 'false', branches: ['north'] }
  const make = async () => {
    const made = await invite(form, shell())
    if (!made.ok) throw new Error(made.error)
    expect(made).toMatchObject({
      link: expect.stringMatching(/^http:\/\/groups\.test\/join\?token=[\w-]{43}$/),
      mailed: false,
    })
    return tokenOf(made.link)
  }
  const accept = (token: string, name = 'Juma Ali') =>
    acceptInvitation({ token, name, password: PASSWORD }, work.browser().visitor)

  test('makes the account that it names, with a password that its holder chooses', async () => {
    const token = await make()
    expect(await readInvitation(token, work.db)).toEqual({ name: 'Juma', email: 'juma@example.org' })
    expect(await accept(token)).toEqual({ ok: true })
    const { caller } = await work.signedIn('juma@example.org', PASSWORD)
    const [north] = await work.rows(sql`select id from branches where code = 'north'`)
    expect(caller).toMatchObject({ name: 'Juma Ali', role: 'clerk', scope: { branches: [north?.id] } })
  })

  test('accepted twice at once makes one account', async () => {
    const token = await make()
    const accepted = await Promise.all([accept(token, 'One'), accept(token, 'Two'), accept(token, 'Three')])
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await work.rows(sql`select from users`)).toHaveLength(1)
    expect((await work.audited()).filter((action) => action === 'person.joined')).toHaveLength(1)
  })

  test('does not work after its time, after another for the same e-mail, or when it was taken back', async () => {
    const expired = await make()
    await expire()
    expect(await accept(expired)).toMatchObject(refused)
    const replaced = await make()
    const standing = await make()
    expect(await accept(replaced)).toMatchObject(refused)
    const [link] = await work.rows(sql`select id from one_time_links`)
    expect(await takeBackInvitation({ invitation_id: link?.id }, shell())).toEqual({ ok: true })
    expect(await accept(standing)).toMatchObject(refused)
    expect(await work.rows(sql`select from users`)).toEqual([])
  })

  test('is refused for an e-mail that has an account, in any case', async () => {
    await work.addPerson('juma@example.org')
    expect(await invite(form, shell())).toMatchObject({ ok: false, status: 409, fields: [{ name: 'email' }] })
  })

  test('is kept only as a hash', async () => {
    const token = await make()
    expect(JSON.stringify(await work.rows(sql`select * from one_time_links`))).not.toContain(token)
    expect(JSON.stringify(await work.rows(sql`select * from audit_log`))).not.toMatch(new RegExp(`${token}|juma`, 'i'))
  })
})

describe('a link for a new password', () => {
  const make = async (id: string) => {
    const made = await sendResetLink({ person_id: id }, shell())
    if (!made.ok) throw new Error(made.error)
    return tokenOf(made.link)
  }
  const reset = (token: string, password = PASSWORD) => resetPassword({ token, password }, work.browser().visitor)

  test('sets it once, and ends every session of the account', async () => {
    const id = await work.addPerson('neema@example.org')
    const { token: session } = await work.signedIn('neema@example.org')
    const token = await make(id)
    expect(await readReset(token, work.db)).toMatchObject({ email: 'neema@example.org' })
    expect(await work.holderOf(session)).not.toBeNull()
    expect(await reset(token)).toEqual({ ok: true })
    expect(await work.holderOf(session)).toBeNull()
    expect(await reset(token, 'another good one, unused')).toMatchObject(refused)
    await expect(work.signedIn('neema@example.org')).rejects.toThrow()
    await expect(work.signedIn('neema@example.org', PASSWORD)).resolves.toBeDefined()
  })

  test('lets somebody in whose account rests after failures', async () => {
    const id = await work.addPerson('neema@example.org')
    const wrong = () => work.signedIn('neema@example.org', 'not the password').catch(() => null)
    for (let failure = 0; failure < 6; failure++) await wrong()
    expect(await reset(await make(id))).toEqual({ ok: true })
    await expect(work.signedIn('neema@example.org', PASSWORD)).resolves.toBeDefined()
  })

  test('refuses a password that is common or the own name, and stays good', async () => {
    const id = await work.addPerson('neema.mushi@example.org')
    const token = await make(id)
    for (const bad of ['password1234', 'neema.mushi@example.org', 'Kilimo Motors', 'short']) {
      expect(await reset(token, bad)).toMatchObject({ ok: false, status: 400, fields: [{ name: 'password' }] })
    }
    expect(await reset(token)).toEqual({ ok: true })
  })

  test('stops working when another is made or the account is disabled', async () => {
    await work.addPerson('admin@example.org', { role: 'admin' })
    const id = await work.addPerson('neema@example.org')
    const first = await make(id)
    const second = await make(id)
    expect(await reset(first)).toMatchObject(refused)
    await disable({ person_id: id }, shell())
    expect(await reset(second)).toMatchObject(refused)
  })
})
