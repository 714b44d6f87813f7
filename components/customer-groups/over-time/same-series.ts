import type { SeriesMeasure } from '@/lib/definitions'

/** What shows the parts of one group, or of all together, and not a line for each. */
export type PartedMeasure = Extract<SeriesMeasure, 'new_returning' | 'order_types'>

export function isParted(measure: SeriesMeasure): measure is PartedMeasure {
  return measure === 'new_returning' || measure === 'order_types'
}

/** Whether two measures are drawn as the same series: a line for each group, whatever is counted of it. */
export function haveSameSeries(one: SeriesMeasure, other: SeriesMeasure): boolean {
  return one === other || !(isParted(one) || isParted(other))
}
