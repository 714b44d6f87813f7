import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RECENCY_RULE, RECENCY_BANDS, type RecencyThresholds } from '@/lib/customer-groups/recency'
import { nextMove } from '@/lib/customer-groups/recency-move'
import { bandOf, expectedGapDays, ownAtRiskAfterDays, wholeDays } from './recency-forms'

const thresholds: fc.Arbitrary<RecencyThresholds> = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))
  .map(([first, second, third]) => ({
    at_risk_after_days: first,
    lapsed_after_days: first + second,
    dormant_after_days: first + second + third,
  }))
const place = (band: ReturnType<typeof bandOf>) => RECENCY_BANDS.indexOf(band)

describe('a recency band', () => {
  test('holds its last day, and the next one begins on the day after', () => {
    const days = [0, 90, 91, 180, 181, 365, 366, null]
    const bands = ['active', 'active', 'at_risk', 'at_risk', 'lapsed', 'lapsed', 'dormant', 'never']
    expect(days.map((day) => bandOf(day, DEFAULT_RECENCY_RULE))).toEqual(bands)
  })

  test('is never an earlier one a day later, and every band is met', () => {
    fc.assert(
      fc.property(thresholds, (last) => {
        const all = Array.from({ length: last.dormant_after_days + 2 }, (_, day) => place(bandOf(day, last)))
        expect(all.every((one, day) => day === 0 || [0, 1].includes(one - (all[day - 1] ?? 0)))).toBe(true)
        expect([...new Set(all)]).toEqual([0, 1, 2, 3])
      }),
      { numRuns: 50 },
    )
  })
})

test('a day is 24 hours, and one that has not passed does not count', () => {
  expect(wholeDays('2026-03-01T10:00:00.000Z', '2026-03-02T09:59:59.999Z')).toBe(0)
  expect(wholeDays('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z')).toBe(1)
})

test('what moves a customer is told truly: it is in its band until then, and in the other one from then on', () => {
  fc.assert(
    fc.property(thresholds, fc.integer({ min: 0, max: 3000 }), (limits, days) => {
      const band = bandOf(days, limits)
      const { moves_on, moves_to } = nextMove(band, '2020-01-01T00:00:00Z', limits, 'UTC')
      if (moves_on === null) {
        expect([band, moves_to]).toEqual(['dormant', null])
        return
      }
      const then = wholeDays('2020-01-01T00:00:00Z', `${moves_on}T00:00:00Z`)
      expect([bandOf(then - 1, limits), bandOf(then, limits)]).toEqual([band, moves_to])
    }),
  )
})

describe('the own rhythm', () => {
  test('of a customer without a gap is the group’s, and of one with many its own', () => {
    expect(expectedGapDays(0, null, 40)).toBe(40)
    expect(expectedGapDays(3, 20, 40)).toBe(30)
    expect(expectedGapDays(97, 20, 40)).toBe(20.6)
  })

  test('is at risk after two expected gaps, rounded half up', () => {
    expect(ownAtRiskAfterDays(12.25, DEFAULT_RECENCY_RULE)).toBe(25)
    expect(ownAtRiskAfterDays(12.2, DEFAULT_RECENCY_RULE)).toBe(24)
  })

  test('keeps the order of the bands, and lies between the customer’s gap and the group’s', () => {
    const gap = fc.double({ min: 1, max: 5000, noNaN: true })
    fc.assert(
      fc.property(thresholds, fc.nat(200), gap, gap, (limits, gaps, own, group) => {
        const expected = expectedGapDays(gaps, own, group)
        expect(expected).toBeGreaterThanOrEqual(Math.min(own, group) - 1e-6)
        expect(expected).toBeLessThanOrEqual(Math.max(own, group) + 1e-6)
        const first = ownAtRiskAfterDays(expected, limits)
        expect(first).toBeGreaterThanOrEqual(Math.min(7, limits.lapsed_after_days - 1))
        expect(first).toBeLessThan(limits.lapsed_after_days)
      }),
    )
  })
})
