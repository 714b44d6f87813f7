import { expect, test } from 'vitest'
import type { ToldChange } from '@/lib/live/events'
import type { LiveNews } from './live-connection'
import { changesAfter, hearNews, NOTHING_HEARD, wordsForChanges, wordsForHeard } from './pending-changes'

const AT = '2026-03-31T12:00:00.500Z'

function change(kind: ToldChange['kind'], act: ToldChange['act'], id: string | null, customer: string | null = null) {
  return { kind, act, id, customer_id: customer, version: null, at: AT }
}
const made = (id: string, customer = `customer of ${id}`) => change('order', 'created', id, customer)

test.each([
  ['nothing', [], null],
  ['one new order', [made('a')], '1 new order'],
  ['new orders', [made('a'), made('b'), made('c')], '3 new orders'],
  ['an order that is told twice', [made('a'), made('a')], '1 new order'],
  ['a new order that was changed at once', [made('a'), change('order', 'changed', 'a', 'n')], '1 new order'],
  ['a customer registered with an order', [change('customer', 'created', 'n'), made('a', 'n')], '1 new order'],
  ['a customer registered without one', [change('customer', 'created', 'n')], '1 change'],
  ['one order that was changed twice', [change('order', 'changed', 'a'), change('order', 'changed', 'a')], '1 change'],
  ['imports and settings', [change('import', 'created', null), change('settings', 'changed', null)], '2 changes'],
  ['both', [made('a'), change('order', 'changed', 'b'), change('customer', 'changed', 'n')], '1 new order, 2 changes'],
])('%s', (_, changes, words) => {
  expect(wordsForChanges(changes)).toBe(words)
})

test('figures have what was changed before their instant, and not what was changed in its millisecond or later', () => {
  const changes = [made('a')]
  expect(changesAfter(changes, '2026-03-31T12:00:00.501Z')).toEqual([])
  expect(changesAfter(changes, AT)).toEqual(changes)
  expect(changesAfter(changes, '2026-03-31T12:00:00Z')).toEqual(changes)
})

const [EARLIER, LATER] = ['2026-03-31T12:00:00.000Z', '2026-03-31T12:00:01.000Z']
const missed = (since: string | null): LiveNews => ({ news: 'missed', since })
const told: LiveNews = { news: 'change', change: made('a') }
const hear = (asOf: string, ...news: LiveNews[]) =>
  news.reduce((heard, one) => hearNews(heard, one, asOf), NOTHING_HEARD)

test('what may have been missed is told without a number, until figures of a later instant are there', () => {
  const heard = hear(EARLIER, told, missed(AT))
  expect(wordsForHeard(heard, EARLIER)).toBe('Figures may have changed')
  expect(wordsForHeard(heard, AT)).toBe('Figures may have changed')
  expect(wordsForHeard(heard, LATER)).toBeNull()
})

test('figures that are newer than the last change have missed nothing, and a change after that is counted', () => {
  const heard = hear(AT, missed(EARLIER))
  expect(wordsForHeard(heard, AT)).toBeNull()
  expect(wordsForHeard(hearNews(heard, told, AT), AT)).toBe('1 new order')
})

test('what was missed at an unknown instant is over when the figures are read again', () => {
  const heard = hear(EARLIER, missed(null))
  expect(wordsForHeard(heard, EARLIER)).toBe('Figures may have changed')
  expect(wordsForHeard(heard, AT)).toBeNull()
})

test('a stream that opens at last knows that nothing was missed', () => {
  expect(wordsForHeard(hear(AT, missed(null), missed(EARLIER)), AT)).toBeNull()
})
