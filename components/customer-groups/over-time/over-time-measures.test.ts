import { describe, expect, test } from 'vitest'
import type { SeriesAnswer } from '@/lib/customer-groups/series'
import { SERIES_MEASURES } from '@/lib/definitions'
import { isEmptySeries, measureOf } from './over-time-measures'

const at = '2026-03-01T00:00:00.000Z'
const business = {
  name: 'Workshop',
  timeZone: 'UTC',
  currency: 'TZS',
  currencyDigits: 2,
  country: 'TZ',
  isSample: false,
}

const figures = (orders: number) => ({
  total_orders: [orders],
  service_orders: [orders - 1],
  sales_orders: [1],
  consultation_orders: [0],
  revenue: [orders * 10],
  active_customers: [orders],
  new_customers: [1],
  returning_customers: [orders - 1],
})

const answer: SeriesAnswer = {
  success: true,
  bucket: 'day',
  buckets: [{ first_day: '2026-03-01', last_day: '2026-03-01', from: at, to: at, partial: true }],
  groups: {
    company: { ...figures(2), name: 'Company', color: 2 },
    ngo: { ...figures(3), name: 'NGO', color: 4 },
  },
  totals: figures(5),
  meta: {
    as_of: at,
    from: at,
    to: at,
    previous_from: at,
    previous_to: at,
    elapsed: true,
    compare: 'previous',
    time_zone: 'UTC',
    currency: 'TZS',
    order_type: 'all',
    branch: 'all',
    group_by: 'type',
    group_at: 'now',
    groups_overlap: false,
  },
}

test('revenue is a line for each group, in the money of the business', () => {
  const { title, form, series, total, digits } = measureOf(answer, 'revenue', 'ngo', business)
  expect({ title, form, digits }).toEqual({ title: 'Revenue, TZS', form: 'lines', digits: 2 })
  expect(series.map(({ name, tint, values }) => [name, tint, values])).toEqual([
    ['Company', 'tint-2', [20]],
    ['NGO', 'tint-4', [30]],
  ])
  expect(total).toEqual({ name: 'All groups', values: [50] })
})

describe('the parts of customers and of orders', () => {
  test('are those of all groups while none is open', () => {
    const { title, series, total } = measureOf(answer, 'new_returning', null, business)
    expect(title).toBe('Active customers, all groups')
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['Returning', [4]],
      ['New', [1]],
    ])
    expect(total.values).toEqual([5])
  })

  test('are those of the open group, in its colour', () => {
    const { title, series, total } = measureOf(answer, 'order_types', 'ngo', business)
    expect(title).toBe('Orders, NGO')
    expect(series.map(({ name, tint, values }) => [name, tint, values])).toEqual([
      ['Service', 'tint-4', [2]],
      ['Sales', 'tint-4', [1]],
      ['Consultation', 'tint-4', [0]],
    ])
    expect(total.values).toEqual([3])
  })

  test('are those of all groups when the open one is not in the answer', () => {
    expect(measureOf(answer, 'order_types', 'gone', business).title).toBe('Orders, all groups')
  })
})

test('only orders and revenue of the parts add up, and customers say so', () => {
  const notAdding = SERIES_MEASURES.filter((measure) => measureOf(answer, measure, null, business).notAdding !== null)
  expect(notAdding).toEqual(['active_customers', 'new_returning'])
})

test('a period without an order has nothing to draw', () => {
  expect(isEmptySeries(answer)).toBe(false)
  expect(isEmptySeries({ ...answer, totals: { ...answer.totals, total_orders: [0] } })).toBe(true)
})
