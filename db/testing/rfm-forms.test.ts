import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RFM_SEGMENTS } from '@/lib/customer-groups/rfm'
import { scoreOrdersFixed, scoreRecencyFixed, scoreRevenueFixed, segmentOf } from './rfm-forms'

describe('fixed bands', () => {
  test('of days since the last order', () => {
    expect([0, 30, 31, 90, 91, 180, 181, 365, 366].map(scoreRecencyFixed)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1])
  })

  test('of orders', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(scoreOrdersFixed)).toEqual([1, 2, 3, 4, 4, 5, 5])
  })

  test('of revenue, against an average of 4.00', () => {
    const against = (minor: bigint) => scoreRevenueFixed(minor, 1200n, 3n)
    expect([0n, 99n, 100n, 199n, 200n, 399n, 400n, 799n, 800n].map(against)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
  })

  test('of revenue are exact where an average has no end, and all 1 where nobody paid', () => {
    expect([33n, 34n, 66n, 67n].map((minor) => scoreRevenueFixed(minor, 100n, 3n))).toEqual([3, 4, 4, 5])
    expect(scoreRevenueFixed(0n, 0n, 7n)).toBe(1)
  })
})

describe('a segment', () => {
  test('is recency against the mean of frequency and monetary value, rounded half up', () => {
    expect(segmentOf(4, 3, 4)).toBe('champions')
    expect(segmentOf(4, 3, 3)).toBe('promising')
    expect(segmentOf(3, 5, 2)).toBe('loyal')
    expect(segmentOf(3, 1, 5)).toBe('needs_attention')
    expect(segmentOf(2, 5, 5)).toBe('at_risk')
    expect(segmentOf(1, 1, 1)).toBe('hibernating')
  })

  test('is there for all scores, and a higher score never makes it a worse one', () => {
    const score = fc.integer({ min: 1, max: 5 })
    const met = new Set<string>()
    const often = new Set(['champions', 'loyal', 'at_risk'])
    fc.assert(
      fc.property(score, score, score, (r, f, m) => {
        const segment = segmentOf(r, f, m)
        met.add(segment)
        if (f < 5 && often.has(segment)) expect(often.has(segmentOf(r, f + 1, m))).toBe(true)
        expect(RFM_SEGMENTS).toContain(segment)
      }),
      { numRuns: 500 },
    )
    expect(met.size).toBe(RFM_SEGMENTS.length - 1)
  })
})
