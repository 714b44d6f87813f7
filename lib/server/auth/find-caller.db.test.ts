import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { assertMay, shellCaller } from '@/db/access'
import { createApiKey, revokeApiKey } from '@/db/commands/api-keys'
import { changeAccess, disablePerson, enablePerson, removePerson } from '@/db/commands/people'
import { findCaller } from './find-caller'
import { newApiKey } from './secrets'
import { openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
  await work.addPerson('admin@example.org', { role: 'admin' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

type Sent = { headers?: Record<string, string>; method?: string; cookie?: string }
const ask = ({ headers = {}, method = 'GET', cookie }: Sent) =>
  findCaller(work.db, { headers: new Headers({ host: 'groups.test:3000', ...headers }), method, cookie })

describe('a session', () => {
  const open = async () => {
    const id = await work.addPerson('neema@example.org', { role: 'clerk', all_branches: false, branches: ['north'] })
    const { browser } = await work.signedIn('neema@example.org')
    return { id, cookie: browser.cookies.get('session') ?? '' }
  }
  const move = (what: 'expires_at' | 'created_at' | 'updated_at', by: string) =>
    work.db.execute(sql`update sessions set ${sql.identifier(what)} = now() + ${by}::interval`)

  test('is its person, with their role and branches', async () => {
    const { id, cookie } = await open()
    const [north] = await work.rows(sql`select id from branches where code = 'north'`)
    expect(await ask({ cookie })).toMatchObject({ kind: 'person', id, role: 'clerk', scope: { branches: [north?.id] } })
  })

  test('without a cookie, or with one that was not signed here, is nobody', async () => {
    const { cookie } = await open()
    const [token, signature = ''] = cookie.split('.')
    const forged = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const wrong of [undefined, '', token, `${token}.${forged}`, `${token}.x`, `x.${signature}`]) {
      expect(await ask({ cookie: wrong })).toBeNull()
    }
    vi.stubEnv('SESSION_SECRET', 'another secret, as after a restored copy of the database')
    expect(await ask({ cookie })).toBeNull()
  })

  test('ends after twelve hours without use', async () => {
    const { cookie } = await open()
    await move('expires_at', '1 second')
    expect(await ask({ cookie })).not.toBeNull()
    await move('expires_at', '-1 second')
    expect(await ask({ cookie })).toBeNull()
  })

  test('in use is extended to twelve hours from now, and not written again within five minutes', async () => {
    const { cookie } = await open()
    await move('updated_at', '-4 minutes')
    await move('expires_at', '1 hour')
    await ask({ cookie })
    const left = sql`select extract(epoch from expires_at - now())::int as seconds from sessions`
    expect(Number((await work.rows(left))[0]?.seconds)).toBeLessThan(3601)
    await move('updated_at', '-6 minutes')
    await ask({ cookie })
    expect(Number((await work.rows(left))[0]?.seconds)).toBeGreaterThan(43_000)
  })

  test('ends after thirty days however much it is used, and is never extended beyond them', async () => {
    const { cookie } = await open()
    await move('created_at', '-29 days -23 hours')
    await move('updated_at', '-1 hour')
    expect(await ask({ cookie })).not.toBeNull()
    const left = await work.rows(sql`select extract(epoch from expires_at - now())::int as seconds from sessions`)
    expect(Number(left[0]?.seconds)).toBeLessThan(3601)
    await move('created_at', '-30 days')
    await move('expires_at', '1 hour')
    expect(await ask({ cookie })).toBeNull()
  })

  test('has another role or other branches from the next request on', async () => {
    const { id, cookie } = await open()
    await changeAccess(work.db, shellCaller(), id, { role: 'viewer', all_branches: true, branches: [] })
    expect(await ask({ cookie })).toMatchObject({ role: 'viewer', scope: { branches: 'all' } })
  })

  test('ends at once when the account is disabled, and does not come back when it is enabled', async () => {
    const { id, cookie } = await open()
    await disablePerson(work.db, shellCaller(), id)
    expect(await ask({ cookie })).toBeNull()
    await enablePerson(work.db, shellCaller(), id)
    expect(await ask({ cookie })).toBeNull()
  })

  test('ends at once when the account is removed', async () => {
    const { id, cookie } = await open()
    await removePerson(work.db, shellCaller(), id)
    expect(await ask({ cookie })).toBeNull()
  })

  test.each([
    [{ origin: 'http://groups.test:3000' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'http://evil.test' }, false],
    [{ origin: 'https://groups.test:3000' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://evil.test', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{}, false],
  ])('authorises a POST with %j: %s', async (headers, isAllowed) => {
    const { cookie } = await open()
    const asked = ask({ cookie, headers, method: 'POST' })
    if (isAllowed) await expect(asked).resolves.toMatchObject({ kind: 'person' })
    else await expect(asked).rejects.toMatchObject({ status: 403, code: 'cross_site' })
  })

  test('is authorised by the public address alone where there is one', async () => {
    const { cookie } = await open()
    vi.stubEnv('PUBLIC_URL', 'http://groups.example.org')
    const post = (origin: string) => ask({ cookie, headers: { origin }, method: 'POST' })
    await expect(post('http://groups.test:3000')).rejects.toMatchObject({ code: 'cross_site' })
    await expect(post('http://groups.example.org')).resolves.toMatchObject({ kind: 'person' })
  })
})

describe('a key', () => {
  const make = async (days: number | null = null) => {
    const { key, ...kept } = newApiKey()
    const request = { name: 'till', role: 'viewer', all_branches: false, branches: ['south'], days } as const
    const id = await createApiKey(work.db, shellCaller(), { ...request, branches: [...request.branches] }, kept)
    return { id, key }
  }
  const bearer = (key: string, more: Sent = {}) => ask({ ...more, headers: { authorization: `Bearer ${key}` } })
  const refused = { status: 401, code: 'unauthenticated' }

  test('is its holder, with its role and branches, and needs no Origin', async () => {
    const { id, key } = await make()
    const [south] = await work.rows(sql`select id from branches where code = 'south'`)
    const holder = { kind: 'key', id, name: 'till', role: 'viewer', scope: { branches: [south?.id] } }
    expect(await bearer(key)).toMatchObject(holder)
    expect(await bearer(key, { method: 'POST' })).toMatchObject(holder)
    expect(await ask({ headers: { authorization: `bearer ${key}` } })).toMatchObject(holder)
  })

  test('that is malformed, unknown, expired or revoked is refused', async () => {
    const { id, key } = await make(1)
    for (const wrong of ['', 'x', key.slice(0, -1), `${key}x`, key.toUpperCase(), `cgk_abcdefgh_${'A'.repeat(43)}`]) {
      await expect(bearer(wrong)).rejects.toMatchObject(refused)
    }
    expect(await bearer(key)).not.toBeNull()
    await work.db.execute(sql`update api_keys set expires_at = now()`)
    await expect(bearer(key)).rejects.toMatchObject(refused)
    const revoked = await make()
    await revokeApiKey(work.db, shellCaller(), revoked.id)
    await expect(bearer(revoked.key)).rejects.toMatchObject(refused)
    await expect(revokeApiKey(work.db, shellCaller(), id)).resolves.toBeUndefined()
  })

  test('wins over a cookie, even where it is wrong', async () => {
    const { browser } = await work.signedIn('admin@example.org')
    const cookie = browser.cookies.get('session')
    const { key } = await make()
    expect(await bearer(key, { cookie })).toMatchObject({ kind: 'key', role: 'viewer' })
    await expect(bearer('cgk_wrong', { cookie })).rejects.toMatchObject(refused)
  })

  test('is kept only as a hash', async () => {
    const { key } = await make()
    const secret = key.split('_')[2] ?? ''
    expect(JSON.stringify(await work.rows(sql`select * from api_keys`))).not.toContain(secret)
    expect(JSON.stringify(await work.rows(sql`select * from audit_log`))).not.toContain(secret)
  })
})

test('a role may do what the roles before it may, and nothing of those after', () => {
  expect(() => assertMay({ role: 'manager' }, 'export')).not.toThrow()
  expect(() => assertMay({ role: 'clerk' }, 'export')).toThrow('does not allow')
})
