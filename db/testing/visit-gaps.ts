import { wholeDays } from './recency-forms'

/** The whole days between counted orders that follow each other, where they are at least one, by the definition alone. */
export function gapsBetween(countedInstants: readonly string[]): number[] {
  const byTime = [...countedInstants].sort((a, b) => Date.parse(a) - Date.parse(b))
  const gaps = byTime.slice(1).map((at, index) => wholeDays(byTime[index] ?? at, at))
  return gaps.filter((days) => days >= 1)
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
