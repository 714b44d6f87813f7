import { toMajor } from '@/lib/money'
import type { Check } from './contract'

/** Two whole numbers that have to be equal, as counts or minor units; `of` says of what, where it is not of everything. */
export type Pair = { of?: string; left: number; right: number }

export type FigureWords = Pick<Check, 'key' | 'title'> & { left: string; right: string }

/** A check of counts: all pairs have to be equal. One that is not is shown, of a group before all, or else the first. */
export function countsAgree(words: FigureWords, pairs: readonly [Pair, ...Pair[]]): Check {
  return judged(words, pairs, 'count', (value) => value)
}

/** The same of amounts in minor units, shown in major ones; `digits` are the currency's. */
export function amountsAgree(words: FigureWords, pairs: readonly [Pair, ...Pair[]], digits: number): Check {
  return judged(words, pairs, 'money', (minor) => toMajor(minor, digits))
}

/** The whole minor units of an amount in major ones, so that sums are exact. */
export function toMinor(major: number, digits: number): number {
  return Math.round(major * 10 ** digits)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function judged(
  { key, title, left, right }: FigureWords,
  pairs: readonly [Pair, ...Pair[]],
  unit: Check['unit'],
  shown: (value: number) => number,
): Check {
  const wrong = pairs.filter((pair) => pair.left !== pair.right)
  const pair = wrong.find(({ of }) => of) ?? wrong[0] ?? pairs[0]
  const label = (words: string) => (pair.of ? `${pair.of}: ${words}` : words)
  return {
    key,
    about: 'figures',
    title,
    unit,
    left: { label: label(left), value: shown(pair.left) },
    right: { label: label(right), value: shown(pair.right) },
    agrees: wrong.length === 0,
    example: [],
  }
}
