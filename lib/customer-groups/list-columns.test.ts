import { expect, test } from 'vitest'
import { LIST_COLUMNS, listKind, sortAfter, usualColumns, usualSort } from './list-columns'

test.each(['period', 'before', 'both'] as const)(
  'the usual columns of a list of %s are columns, in their order, the customer first',
  (kind) => {
    const usual = usualColumns(kind)
    expect(usual[0]).toBe('name')
    expect(usual).toEqual(LIST_COLUMNS.filter((name) => usual.includes(name)))
  },
)

test('those who did not come back are shown by what they were before', () => {
  expect(usualColumns(listKind({ activity: 'not_back', visits: 'all' }))).not.toContain('revenue')
  expect(usualSort('not_back')).toBe('previous_revenue')
  expect(usualSort('active')).toBe('revenue')
})

test('those who came in both periods are shown by what changed between them', () => {
  expect(usualColumns(listKind({ activity: 'active', visits: 'continued' }))).toContain('value_change')
  expect(usualColumns(listKind({ activity: 'active', visits: 'new' }))).not.toContain('value_change')
})

test('choosing other customers changes the usual sort and keeps a chosen one', () => {
  expect(sortAfter({ activity: 'active', sort: 'revenue' }, 'not_back')).toBe('previous_revenue')
  expect(sortAfter({ activity: 'not_back', sort: 'previous_revenue' }, 'all')).toBe('revenue')
  expect(sortAfter({ activity: 'active', sort: 'name' }, 'not_back')).toBe('name')
})
