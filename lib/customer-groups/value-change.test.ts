import { expect, test } from 'vitest'
import { valueChange } from './value-change'

test('is what the change of orders leaves of the change of revenue', () => {
  // Twice at 100 before, three times for 420 now: one order more at 100, and 120 for what an order brings.
  expect(valueChange({ revenue: 420, previous_revenue: 200, visits_change: 100 }, 0)).toBe(120)
  expect(valueChange({ revenue: 50, previous_revenue: 200, visits_change: -100 }, 2)).toBe(-50)
})

test('is exact where binary fractions are not', () => {
  expect(valueChange({ revenue: 0.3, previous_revenue: 0.1, visits_change: 0.1 }, 2)).toBe(0.1)
  expect(valueChange({ revenue: 1.005, previous_revenue: 1.004, visits_change: -0.002 }, 3)).toBe(0.003)
  const large = { revenue: 99_999_999_999.99, previous_revenue: 99_999_999_999.98, visits_change: 0.02 }
  expect(valueChange(large, 2)).toBe(-0.01)
})

test('is none of a customer who was not active in both periods', () => {
  expect(valueChange({ revenue: 5, previous_revenue: null, visits_change: null }, 2)).toBeNull()
  expect(valueChange({ revenue: 5, previous_revenue: 0, visits_change: null }, 2)).toBeNull()
})
