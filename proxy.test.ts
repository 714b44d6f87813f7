import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from './proxy'

afterEach(() => {
  vi.unstubAllEnvs()
})

const SIGNED_IN = { Cookie: 'session=any' }

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { headers: given } = proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { method, headers }))
  // Next's own way to tell the page's request from the answer.
  return { given, told: (name: string) => given.get(`x-middleware-request-${name}`), leads: given.get('location') }
}

const scripts = (policy: string | null | undefined) => /script-src ([^;]+)/.exec(policy ?? '')?.[1]

test('a visit without a session cookie leads to the sign-in, which leads back to the path and its query', () => {
  const { pathname, searchParams } = new URL(ask('/customer-groups?period=1year&q=a%26b').leads ?? '')
  expect(pathname).toBe('/sign-in')
  expect([...searchParams]).toEqual([['next', '/customer-groups?period=1year&q=a%26b']])
})

test.each(['/sign-in', '/setup?token=x', '/join?token=x', '/reset?token=x'])('%s is open to all', (path) => {
  expect(ask(path).leads).toBeNull()
})

test('a form is left to the action that it is for', () => {
  expect(ask('/people', {}, 'POST').leads).toBeNull()
})

test('scripts run by a nonce that is new for each request, and never inline without it', () => {
  const [first, second] = [ask('/customer-groups', SIGNED_IN), ask('/customer-groups', SIGNED_IN)]
  const nonce = first.told('x-nonce')
  expect(scripts(first.given.get('content-security-policy'))).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`)
  expect(first.told('content-security-policy')).toBe(first.given.get('content-security-policy'))
  expect(second.told('x-nonce')).not.toBe(nonce)
})

test('a client can not bring a nonce, a policy or a path of its own', () => {
  const forged = {
    'x-nonce': 'mine',
    'x-request-path': '/people',
    'content-security-policy': "script-src 'nonce-mine'",
  }
  const { told } = ask('/customer-groups?period=1year', { ...SIGNED_IN, ...forged })
  expect(told('x-nonce')).not.toBe('mine')
  expect(told('content-security-policy')).not.toContain('mine')
  expect(told('x-request-path')).toBe('/customer-groups?period=1year')
})

test('under https the cookie has the __Host- prefix and browsers are told to stay with https', () => {
  expect(ask('/customer-groups', SIGNED_IN).given.get('strict-transport-security')).toBeNull()
  vi.stubEnv('PUBLIC_URL', 'https://groups.example.org')
  expect(ask('/customer-groups', SIGNED_IN).leads).toContain('/sign-in')
  const { given, leads } = ask('/customer-groups', { Cookie: '__Host-session=any' })
  expect(leads).toBeNull()
  expect(given.get('strict-transport-security')).toBe('max-age=31536000')
})
