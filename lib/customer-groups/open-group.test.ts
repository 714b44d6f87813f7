import { expect, test } from 'vitest'
import { groupStatsSchema } from './contract'
import { openGroupOf } from './open-group'

test('only a group of the answer opens, whatever else an object has', () => {
  const figures = Object.fromEntries(Object.keys(groupStatsSchema.shape).map((name) => [name, 0]))
  const stats = groupStatsSchema.parse({ ...figures, name: 'NGO', top_customers: [], previous: null })
  const answer = { groups: { ngo: stats } }
  expect(openGroupOf(answer, 'ngo')).toBe('ngo')
  for (const asked of ['all', 'constructor', 'toString', '__proto__']) expect(openGroupOf(answer, asked)).toBeNull()
})
