import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

const from = (forwarded: string, trusted?: string[]) =>
  clientAddress(new Headers({ 'x-forwarded-for': forwarded }), trusted)

test('without a trusted proxy nothing that a client sends is its address', () => {
  expect(from('203.0.113.7')).toBeNull()
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.9, 203.0.113.7', '203.0.113.7'],
  ['198.51.100.9, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
  ['203.0.113.7, 10.0.0.2, fd00::2', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[2001:DB8::7]:4711, 10.0.0.2', '2001:db8::7'],
])('behind trusted proxies %j is from %s, the last that is none of them', (forwarded, address) => {
  expect(from(forwarded, ['10.0.0.0/8', 'fd00::/8'])).toBe(address)
})

test.each(['', 'unknown', '203.0.113.7, rubbish, 10.0.0.2', '10.0.0.2'])('%j is from nowhere', (forwarded) => {
  expect(from(forwarded, ['10.0.0.0/8'])).toBeNull()
})

test('a single address is trusted without its neighbours', () => {
  expect(from('203.0.113.7, 10.0.0.2', ['10.0.0.2'])).toBe('203.0.113.7')
  expect(from('203.0.113.7, 10.0.0.3', ['10.0.0.2'])).toBe('10.0.0.3')
})
