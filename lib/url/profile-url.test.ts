import { expect, test } from 'vitest'
import { profileFrom, profileHref, readProfileUrl, wayBack } from './profile-url'

const query = new URLSearchParams('period=1year&group=ngo&q=anna&page=2&branch=arusha&orders_page=3&peroid=x')

test('a profile is asked for in the window and under the filters of the list that led to it', () => {
  expect(readProfileUrl(query)).toEqual({
    period: '1year',
    compare: 'previous',
    order_type: 'all',
    branch: 'arusha',
    page: 3,
    page_size: 25,
  })
})

test('a custom range is the window of the profile and part of the way back', () => {
  const custom = new URLSearchParams('from=2026-03-01&to=2026-03-31&compare=none')
  expect(readProfileUrl(custom)).toMatchObject({ period: 'custom', from: '2026-03-01', to: '2026-03-31' })
  expect(wayBack(custom).href).toBe('/customer-groups?period=custom&from=2026-03-01&to=2026-03-31&compare=none')
})

test('the way back leads to the list as it was left', () => {
  const href = '/customer-groups?period=1year&group=ngo&branch=arusha&q=anna&page=2'
  expect(wayBack(query)).toEqual({ href, name: 'Customer groups' })
})

test('how the figures over time and their change are shown stays on the way back and through the pages of the orders', () => {
  const shown = 'period=1year&measure=orders&bucket=week&hidden=ngo,company&bridge=ngo'
  const opened = new URLSearchParams(shown)
  expect(wayBack(opened).href).toBe(`/customer-groups?${shown}`)
  expect(profileHref('x', opened, 2)).toBe(`/customers/x?${shown}&orders_page=2`)
})

test('a profile that was opened from a list of all leads back there, on each page of its orders', () => {
  for (const [list, name] of [
    ['customers', 'Customers'],
    ['orders', 'Orders'],
  ] as const) {
    const opened = new URL(profileFrom(list, 'x'), 'http://localhost').searchParams
    expect(wayBack(opened)).toEqual({ href: `/${list}`, name })
    expect(profileHref('x', opened, 2)).toBe(`/customers/x?from=${list}&orders_page=2`)
  }
})

test.each(['from=//evil.example', 'from=people', 'from=constructor', 'from=', 'from=customers&group=ngo'])(
  '%s leads back to the groups',
  (text) => expect(wayBack(new URLSearchParams(text)).name).toBe('Customer groups'),
)

test('the pages of the orders keep the list that led there', () => {
  expect(profileHref('x', new URLSearchParams('group=ngo'), 2)).toBe('/customers/x?group=ngo&orders_page=2')
  expect(profileHref('x', new URLSearchParams(), 2)).toBe('/customers/x?orders_page=2')
  expect(profileHref('x', new URLSearchParams('orders_page=9'))).toBe('/customers/x')
})

test('rubbish for a page of orders is the first page', () => {
  expect(readProfileUrl(new URLSearchParams('orders_page=-1')).page).toBe(1)
})
