import type { Period } from '@/lib/definitions'
import type { FailedField } from '@/lib/failure'

/** A period as it was asked for, with the first and last local day of a custom one; what was left out is undefined. */
export type AskedRange = { period?: Period | undefined; from?: string | undefined; to?: string | undefined }

/** What is wrong with days beside a period, each of which is good by itself. Days without a period are a custom range. */
export function rangeProblems({ period, from, to }: AskedRange): FailedField[] {
  const given = Object.entries({ from, to }).flatMap(([name, day]) => (day === undefined ? [] : [name]))
  const missing = ['from', 'to'].filter((name) => !given.includes(name))
  if (given.length > 0 && period !== undefined && period !== 'custom')
    return given.map((name) => ({ name, message: `is for period custom only, not for ${period}` }))
  if (given.length === 1 || (period === 'custom' && given.length === 0))
    return missing.map((name) => ({ name, message: 'is needed: a custom range has a first and a last day' }))
  if (from !== undefined && to !== undefined && from > to) return [{ name: 'from', message: 'must not be after to' }]
  return []
}
