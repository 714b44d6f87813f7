import { expect, test } from 'vitest'
import { bucketInWords, partialInWords } from './series-words'

const at = { from: '2026-03-15T00:00:00.000Z', to: '2026-03-20T00:00:00.000Z' }
const whole = { ...at, first_day: '2026-03-09', last_day: '2026-03-15', partial: false }
const partial = {
  ...at,
  first_day: '2026-03-16',
  last_day: '2026-03-22',
  from: '2026-03-16T00:00:00.000Z',
  partial: true,
}
const chart = {
  shown: [{ key: 'ngo', name: 'NGO', tint: '', values: [1, 1234.5] }],
  total: { name: 'All groups', values: [3, 2000] },
  buckets: [whole, partial],
  bucket: 'week' as const,
  timeZone: 'UTC',
  digits: 2,
}

test('a bucket is told with the figures of what is shown and of all together, exact', () => {
  expect(bucketInWords(chart, 0)).toBe('9 – 15 Mar 2026: NGO 1.00, All groups 3.00')
  expect(bucketInWords(chart, 1)).toBe('16 – 22 Mar 2026, partial: 16 – 19 Mar 2026: NGO 1,234.50, All groups 2,000.00')
})

test('the look of a partial bucket is explained only where there is one', () => {
  expect(partialInWords([whole], 'week', 'lines')).toBeNull()
  expect(partialInWords([whole, partial], 'week', 'stacks')).toBe(
    'A week of which only a part is in the period is hatched.',
  )
})
