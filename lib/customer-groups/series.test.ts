import { expect, test } from 'vitest'
import { parseSearchParams } from './search-params'
import { seriesAnswerSchema } from './series'
import { seriesQuerySchema } from './series-params'

test('without a bucket, one is chosen by the length of the window', () => {
  expect(parseSearchParams(new URLSearchParams('period=1year'), seriesQuerySchema)).toMatchObject({
    period: '1year',
    bucket: 'auto',
  })
})

test('a range of days is taken as the groups API takes it', () => {
  const params = parseSearchParams(new URLSearchParams('from=2026-01-01&to=2026-01-31&bucket=day'), seriesQuerySchema)
  expect(params).toMatchObject({ period: 'custom', from: '2026-01-01', to: '2026-01-31', bucket: 'day' })
})

test.each(['bucket=year', 'activity=all', 'page=1', 'sort=name', 'from=2026-01-01', 'from=2026-02-01&to=2026-01-01'])(
  '%s is refused',
  (query) => {
    expect(() => parseSearchParams(new URLSearchParams(query), seriesQuerySchema)).toThrow(/can not be read/)
  },
)

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
  expect(seriesAnswerSchema.safeParse(answer).success).toBe(true)
  expect(seriesAnswerSchema.safeParse({ ...answer, totals: { ...figures, revenue: [] } }).success).toBe(false)
})
