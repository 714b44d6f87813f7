import { expect, test } from 'vitest'
import { LIST_COLUMNS, listKind, sortAfter, sortsOf, usualColumns, usualSort } from './list-columns'

const listed = { activity: 'active', visits: 'all', compare: 'previous' } as const

test.each(['period', 'before', 'both', 'neither'] as const)(
  'the usual columns of a list of %s are columns, in their order, the customer first',
  (kind) => {
    const usual = usualColumns(kind)
    expect(usual[0]).toBe('name')
    expect(usual).toEqual(LIST_COLUMNS.filter((name) => usual.includes(name)))
  },
)

test('those who did not come back are shown by what they were before', () => {
  expect(usualColumns(listKind({ ...listed, activity: 'not_back' }))).not.toContain('revenue')
  expect(usualSort({ activity: 'not_back' })).toBe('previous_revenue')
  expect(usualSort({ activity: 'active' })).toBe('revenue')
})

test('those who came in both periods are shown by what changed between them', () => {
  expect(usualColumns(listKind({ ...listed, visits: 'continued' }))).toContain('value_change')
  expect(usualColumns(listKind({ ...listed, visits: 'new' }))).not.toContain('value_change')
})

test('choosing other customers changes the usual sort and keeps a chosen one', () => {
  expect(sortAfter({ activity: 'active', sort: 'revenue' }, { activity: 'not_back' })).toBe('previous_revenue')
  expect(sortAfter({ activity: 'not_back', sort: 'previous_revenue' }, { activity: 'all' })).toBe('revenue')
  expect(sortAfter({ activity: 'active', sort: 'name' }, { activity: 'not_back' })).toBe('name')
})

test('where nothing is compared no column and no sort is of what was before', () => {
  expect(usualColumns(listKind({ ...listed, activity: 'inactive', compare: 'none' }))).not.toContain('previous_revenue')
  expect(usualSort({ activity: 'inactive', compare: 'none' })).toBe('revenue')
  expect(sortsOf('none')).not.toContain('previous_revenue')
  expect(sortsOf('last_year')).toContain('previous_revenue')
  expect(sortAfter({ activity: 'active', sort: 'previous_revenue' }, { activity: 'active', compare: 'none' })).toBe(
    'revenue',
  )
})
