import {
  BUYERS_FOR_QUINTILES,
  FIXED_ORDERS,
  FIXED_RECENCY_DAYS,
  FIXED_REVENUE_QUARTERS,
  type RfmSegment,
} from '@/lib/customer-groups/rfm'

/** The score of a recency by fixed bands. */
export function scoreRecencyFixed(days: number): number {
  return 1 + FIXED_RECENCY_DAYS.filter((last) => days <= last).length
}

/** The score of a number of orders by fixed bands. */
export function scoreOrdersFixed(orders: number): number {
  return 1 + FIXED_ORDERS.filter((most) => orders > most).length
}

/**
 * The score of a revenue by fixed bands of the average, `total / buyers`, compared in whole minor units without a
 * division. Where nobody paid anything, everybody scores 1.
 */
export function scoreRevenueFixed(revenueMinor: bigint, total: bigint, buyers: bigint): number {
  if (total === 0n) return 1
  return 1 + FIXED_REVENUE_QUARTERS.filter((quarters) => 4n * revenueMinor * buyers >= BigInt(quarters) * total).length
}

/** The segment of three scores: recency against the mean of frequency and monetary value, rounded half up. */
export function segmentOf(r: number, f: number, m: number): RfmSegment {
  const often = Math.floor((f + m + 1) / 2) >= 4
  if (r >= 4) return often ? 'champions' : 'promising'
  if (r === 3) return often ? 'loyal' : 'needs_attention'
  return often ? 'at_risk' : 'hibernating'
}

/** What somebody bought in a window; the last time so many whole days before its end. */
export type Bought = { days: number; orders: number; revenue: number }

/** How each value scores among these buyers, all with an order. */
export type Scorer = Record<'r' | 'f' | 'm', (value: number) => number>

/**
 * The definition word for word: by the place in order of value, equal values having the same place; of few, fixed
 * bands. A value that nobody has, better than all, scores as the best.
 */
export function scorerOf(buyers: readonly Bought[]): Scorer {
  if (buyers.length < BUYERS_FOR_QUINTILES) {
    const total = buyers.reduce((sum, { revenue }) => sum + BigInt(revenue), 0n)
    return {
      r: scoreRecencyFixed,
      f: scoreOrdersFixed,
      m: (revenue) => scoreRevenueFixed(BigInt(revenue), total, BigInt(buyers.length)),
    }
  }
  const byRank = (isWorse: (one: Bought) => boolean) =>
    Math.min(5, 1 + Math.floor((5 * buyers.filter(isWorse).length) / buyers.length))
  return {
    r: (days) => byRank((one) => one.days > days),
    f: (orders) => byRank((one) => one.orders < orders),
    m: (revenue) => byRank((one) => one.revenue < revenue),
  }
}
