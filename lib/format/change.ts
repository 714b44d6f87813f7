import { formatDecimal } from './number'

export type Change = { direction: 'up' | 'down' | 'none'; words: string }

/**
 * How a figure stands against the previous period's: (current − previous) / previous in percent, from zero "new", and
 * "no change" where both are equal. One decimal below 10 %, whole percents above; a change is never rounded to none.
 */
export function describeChange(current: number, previous: number): Change {
  if (current === previous) return { direction: 'none', words: 'no change' }
  if (previous === 0) return { direction: 'up', words: 'new' }
  const direction = current > previous ? 'up' : 'down'
  const percent = Math.abs((current - previous) / previous) * 100
  const sign = direction === 'up' ? '+' : '−'
  return { direction, words: percent < 0.05 ? `${sign}<0.1 %` : `${sign}${inPercent(percent)}` }
}

function inPercent(percent: number): string {
  const text = percent < 9.95 ? formatDecimal(percent, 1).replace(/\.0$/, '') : formatDecimal(percent, 0)
  return `${text} %`
}
