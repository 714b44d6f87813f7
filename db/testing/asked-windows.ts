import { Temporal } from 'temporal-polyfill'
import { COMPARISONS, PERIODS } from '@/lib/definitions'
import type { AskedWindow } from './expected-window'

/** First and last days from `asOf`: of the past, still running, and longer than a year, so that last year's overlap. */
const CUSTOM_DAYS = [
  [-40, -10],
  [-9, 20],
  [-500, -2],
] as const

/** Every period with every comparison, custom ones among them. */
export function askedWindows(asOf: string): AskedWindow[] {
  const today = Temporal.PlainDate.from(asOf.slice(0, 10))
  const custom = CUSTOM_DAYS.map(([first, last]) => ({
    period: 'custom' as const,
    from: today.add({ days: first }).toString(),
    to: today.add({ days: last }).toString(),
  }))
  const periods = [...PERIODS.filter((period) => period !== 'custom').map((period) => ({ period })), ...custom]
  return COMPARISONS.flatMap((compare) => periods.map((period) => ({ ...period, compare })))
}
