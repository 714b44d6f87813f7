import { expect, test } from 'vitest'
import { parseSearchParams } from './search-params'
import { seriesAnswerSchema, seriesParamsSchema } from './series'

test('without a bucket, one is chosen by the length of the window', () => {
  expect(parseSearchParams(new URLSearchParams('period=1year'), seriesParamsSchema)).toMatchObject({
    period: '1year',
    bucket: 'auto',
  })
})

test.each(['bucket=year', 'activity=all', 'page=1', 'sort=name'])('%s is refused', (query) => {
  expect(() => parseSearchParams(new URLSearchParams(query), seriesParamsSchema)).toThrow(/can not be read/)
})

test('an answer with a series that is shorter than its buckets is none', () => {
  const at = '2026-03-01T00:00:00.000Z'
  const figures = {
    total_orders: [1],
    service_orders: [1],
    sales_orders: [0],
    consultation_orders: [0],
    revenue: [12.5],
    active_customers: [1],
    new_customers: [0],
    returning_customers: [1],
  }
  const answer = {
    success: true,
    bucket: 'day',
    buckets: [{ first_day: '2026-03-01', last_day: '2026-03-01', from: at, to: at, partial: true }],
    groups: { company: { ...figures, name: 'Company', color: 2 } },
    totals: figures,
    meta: {
      as_of: at,
      from: at,
      to: at,
      previous_from: at,
      previous_to: at,
      time_zone: 'UTC',
      currency: 'TZS',
      order_type: 'all',
      branch: 'all',
    },
  }
  expect(seriesAnswerSchema.safeParse(answer).success).toBe(true)
  expect(seriesAnswerSchema.safeParse({ ...answer, totals: { ...figures, revenue: [] } }).success).toBe(false)
})
