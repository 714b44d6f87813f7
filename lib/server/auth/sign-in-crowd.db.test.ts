import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SIGN_IN_FAILURES_TOGETHER } from '@/lib/accounts/limits'
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

const attempt = (email: string, password: string) => signIn({ email, password }, work.browser().visitor)

describe('while very many attempts fail', () => {
  const guess = (index: number) => attempt(`guess${index}@example.org`, 'not the password')
  beforeEach(async () => {
    await attempt('neema@example.org', 'not the password')
    await work.db.execute(sql`update sign_in_failures set failures = ${SIGN_IN_FAILURES_TOGETHER}
      where subject = 'everybody'`)
  })

  test('e-mails without an account cost no work, and the first of them alone is written down', async () => {
    const [known, done] = [await attempt('neema@example.org', 'not the password'), work.passwordWork()]
    for (let index = 0; index < 8; index++) expect(await guess(index)).toEqual(known)
    expect(work.passwordWork()).toBe(done)
    const audited = await work.audited()
    expect(audited.filter((action) => action === 'sign_in.throttled')).toHaveLength(1)
    expect(audited.filter((action) => action === 'sign_in.failed')).toHaveLength(2)
    for (let again = 0; again < 4; again++) await guess(0)
    expect(await guess(0)).toMatchObject({ status: 429 })
  })

  test('an account is looked at as ever', async () => {
    await guess(0)
    expect(await attempt('neema@example.org', GOOD_PASSWORD)).toEqual({ ok: true })
    expect(await attempt('neema@example.org', 'not the password')).toMatchObject({ status: 401 })
    expect((await work.audited()).at(-1)).toBe('sign_in.failed')
  })
})
