import { expect, test } from 'vitest'
import { hrefBackToGroups, profileHref, readProfileUrl } from './profile-url'

const query = new URLSearchParams('period=1year&group=ngo&q=anna&page=2&branch=arusha&orders_page=3&peroid=x')

test('a profile is asked for in the window and under the filters of the list that led to it', () => {
  expect(readProfileUrl(query)).toEqual({
    period: '1year',
    order_type: 'all',
    branch: 'arusha',
    page: 3,
    page_size: 25,
  })
})

test('the way back leads to the list as it was left', () => {
  expect(hrefBackToGroups(query)).toBe('/customer-groups?period=1year&group=ngo&branch=arusha&q=anna&page=2')
})

test('the pages of the orders keep the list that led there', () => {
  expect(profileHref('x', new URLSearchParams('group=ngo'), 2)).toBe('/customers/x?group=ngo&orders_page=2')
  expect(profileHref('x', new URLSearchParams(), 2)).toBe('/customers/x?orders_page=2')
  expect(profileHref('x', new URLSearchParams('orders_page=9'))).toBe('/customers/x')
})

test('rubbish for a page of orders is the first page', () => {
  expect(readProfileUrl(new URLSearchParams('orders_page=-1')).page).toBe(1)
})
