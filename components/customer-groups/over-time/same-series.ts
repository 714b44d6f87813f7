import type { SeriesMeasure } from '@/lib/definitions'

/** Whether two measures are drawn as the same series: a line for each group, whatever is counted of it. */
export function haveSameSeries(one: SeriesMeasure, other: SeriesMeasure): boolean {
  return partsOf(one) === partsOf(other)
}

function partsOf(measure: SeriesMeasure): SeriesMeasure | 'groups' {
  return measure === 'new_returning' || measure === 'order_types' ? measure : 'groups'
}
