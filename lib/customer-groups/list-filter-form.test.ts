import { expect, test } from 'vitest'
import { readFilterForm } from './list-filter-form'
import { CLOSED, withoutGroup } from './list-narrowing'
import { groupsParamsSchema } from './params'

test('what is typed becomes choices, what is blank or not in the form is taken out', () => {
  const texts = { min_orders: ' 3 ', revenue_from: '', revenue_to: '1500.50', visits: 'new', vehicle: 'all' }
  expect(readFilterForm(texts)).toEqual({
    choices: {
      min_orders: 3,
      revenue_from: null,
      revenue_to: '1500.50',
      last_order_before: null,
      visits: 'new',
      vehicle: 'all',
    },
  })
  expect(readFilterForm({ vehicle: 'with' })).toHaveProperty('choices.min_orders', null)
})

test('every field that can not be read is told, in the words of the contract', () => {
  expect(readFilterForm({ min_orders: '0', revenue_from: '1,500', last_order_before: '0002-01-01' })).toEqual({
    problems: [
      { name: 'min_orders', message: 'This must be a whole number from 1.' },
      { name: 'revenue_from', message: 'This must be an amount, as 1500 or 1500.50.' },
      { name: 'last_order_before', message: 'This must lie in 1900 to 2199.' },
    ],
  })
})

test('a range that ends below its beginning is told at its end, one of a single amount is good', () => {
  expect(readFilterForm({ revenue_from: '100', revenue_to: '99.99' })).toEqual({
    problems: [{ name: 'revenue_to', message: 'This must not be below the amount that it begins at.' }],
  })
  expect(readFilterForm({ revenue_from: '100', revenue_to: '100.00' })).toHaveProperty('choices')
})

test('a closed group leaves nothing that would narrow unseen', () => {
  const narrowed = {
    group: 'ngo',
    q: 'anna',
    min_orders: '2',
    revenue_from: '1',
    revenue_to: '9',
    last_order_before: '2026-03-01',
    visits: 'new',
    vehicle: 'with',
  }
  expect(Object.keys(CLOSED).sort()).toEqual(Object.keys(narrowed).sort())
  const params = groupsParamsSchema.parse({ ...narrowed, period: '1year' })
  expect(withoutGroup(params)).toEqual(groupsParamsSchema.parse({ period: '1year' }))
})
