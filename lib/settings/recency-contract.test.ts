import { expect, test } from 'vitest'
import { recencyChangeSchema } from './recency-contract'

const right = { seen: 'abc', at_risk_after_days: '90', lapsed_after_days: ' 180 ', dormant_after_days: '365' }

test('thresholds are whole days, of the business unless a group is named', () => {
  const days = { at_risk_after_days: 90, lapsed_after_days: 180, dormant_after_days: 365 }
  expect(recencyChangeSchema.parse(right)).toEqual({ key: null, seen: 'abc', ...days, own_rhythm: false })
  const own = recencyChangeSchema.parse({ ...right, key: 'company', own_rhythm: 'true' })
  expect(own).toMatchObject({ key: 'company', own_rhythm: true })
})

test.each([
  [{ at_risk_after_days: '0' }, 'Give whole days, from 1 to 3650.'],
  [{ dormant_after_days: '3651' }, 'Give whole days, from 1 to 3650.'],
  [{ at_risk_after_days: '9.5' }, 'Give whole days, from 1 to 3650.'],
  [{ lapsed_after_days: '9999' }, 'Give whole days, from 1 to 3650.'],
  [{ lapsed_after_days: '' }, 'Give whole days, from 1 to 3650.'],
  [{ lapsed_after_days: '90' }, 'Lapsed comes after at risk: give more than 90 days.'],
  [{ dormant_after_days: '100' }, 'Dormant comes after lapsed: give more than 180 days.'],
])('%j is refused beside its field', (wrong, message) => {
  const parsed = recencyChangeSchema.safeParse({ ...right, ...wrong })
  expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
    [Object.keys(wrong)[0], message],
  ])
})
