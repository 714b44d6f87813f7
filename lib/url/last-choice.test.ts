import { expect, test } from 'vitest'
import { keptQuery } from './kept-query'
import { chosenHref, lastChoiceCookie, readLastChoice } from './last-choice'

const cookieValue = (cookie: string) => decodeURIComponent(/=([^;]*)/.exec(cookie)?.[1] ?? '')

test('what is remembered is how the page is looked at, never who of a group or at which moment', () => {
  const search = '?period=1year&group_by=branch&group=arusha&q=asha&as_of=2026-03-31T00:00:00Z&page=3&min_orders=2&x=1'
  expect(readLastChoice(cookieValue(lastChoiceCookie('p1', search)), 'p1')).toBe('period=1year&group_by=branch')
})

test("one person's last choice is nobody else's on the same browser", () => {
  const value = cookieValue(lastChoiceCookie('p1', '?period=1year'))
  expect(readLastChoice(value, 'p2')).toBe('')
  expect(readLastChoice(value, null)).toBe('')
  expect(readLastChoice(undefined, 'p1')).toBe('')
})

test('the usual choices take the cookie back', () => {
  expect(lastChoiceCookie('p1', '')).toContain('Max-Age=0')
  expect(lastChoiceCookie('p1', '?group=ngo')).toContain('Max-Age=0')
})

test('a saved view keeps every choice but the moment and the page, and opens as it is', () => {
  const query = keptQuery('?period=1year&group=ngo&q=a%26b&measure=orders&as_of=2026-03-31T00:00:00Z&page=2&evil=1')
  expect(query).toBe('period=1year&group=ngo&q=a%26b&measure=orders')
  expect(chosenHref(query)).toBe(`/customer-groups?${query}`)
  expect(chosenHref('')).toBe('/customer-groups?period=6months')
})
