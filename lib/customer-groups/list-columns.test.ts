import { expect, test } from 'vitest'
import { ACTIVITIES } from '@/lib/definitions'
import { LIST_COLUMNS, sortAfter, usualColumns, usualSort } from './list-columns'

test.each(ACTIVITIES)(
  'the usual columns of %s customers are columns, in their order, the customer first',
  (activity) => {
    const usual = usualColumns(activity)
    expect(usual[0]).toBe('name')
    expect(usual).toEqual(LIST_COLUMNS.filter((name) => usual.includes(name)))
  },
)

test('those who did not come back are shown by what they were before', () => {
  expect(usualColumns('not_back')).not.toContain('revenue')
  expect(usualSort('not_back')).toBe('previous_revenue')
  expect(usualSort('active')).toBe('revenue')
})

test('choosing other customers changes the usual sort and keeps a chosen one', () => {
  expect(sortAfter({ activity: 'active', sort: 'revenue' }, 'not_back')).toBe('previous_revenue')
  expect(sortAfter({ activity: 'not_back', sort: 'previous_revenue' }, 'all')).toBe('revenue')
  expect(sortAfter({ activity: 'active', sort: 'name' }, 'not_back')).toBe('name')
})
