import { describe, expect, test } from 'vitest'
import { HOME_PATH, nextPath } from './next-path'

describe('nextPath', () => {
  test.each(['/people', '/customer-groups?group=company&q=%2F%2Fevil.example', '/customers/x?orders_page=2'])(
    'keeps %s, a page of this application',
    (path) => expect(nextPath(path)).toBe(path),
  )

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'https://evil.example/people',
    'javascript:alert(1)',
    '/.//evil.example',
    '/..//evil.example',
    'people',
    '',
    '/\u0000',
    `/${'x'.repeat(3000)}`,
  ])('never leads to %j', (path) => expect(nextPath(path)).toBe(HOME_PATH))

  test.each(['/', '/sign-in', '/sign-in?next=/people', '/setup?token=x', '/api/customer-groups-data', '/sign-out'])(
    'does not lead back to %s, which is no page to land on',
    (path) => expect(nextPath(path)).toBe(HOME_PATH),
  )

  test('nothing asked for is the home page', () => {
    expect(nextPath(null)).toBe(HOME_PATH)
    expect(nextPath(undefined)).toBe(HOME_PATH)
  })
})
