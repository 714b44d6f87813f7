import type { ChartSeries } from '@/components/charts/chart-series'
import type { SeriesChartProps } from '@/components/charts/series-chart'
import { groupTint } from '@/components/customer-groups/group-tint'
import type { Business } from '@/lib/business'
import type { SeriesAnswer, SeriesFigures } from '@/lib/customer-groups/series'
import { ORDER_TYPES, type SeriesMeasure } from '@/lib/definitions'
import { ORDER_TYPE_WORDS } from '@/lib/format/words'

type Measured = Pick<SeriesChartProps, 'title' | 'form' | 'series' | 'total' | 'digits' | 'notAdding'>

const NOT_ADDING = 'Customers of the parts do not add up: who comes in two is counted in both, and once in the period.'

/** What has no group's colour. */
const NEUTRAL_TINT = '[--tint:var(--ink-soft)]'

/** What a measure shows: a line for each group, or all groups, or the open one, in its parts. */
export function measureOf(
  answer: SeriesAnswer,
  measure: SeriesMeasure,
  openGroup: string | null,
  { currency, currencyDigits }: Business,
): Measured {
  switch (measure) {
    case 'revenue':
      return { ...linesOf(answer, 'revenue'), title: `Revenue, ${currency}`, digits: currencyDigits, notAdding: null }
    case 'orders':
      return { ...linesOf(answer, 'total_orders'), title: 'Orders', digits: 0, notAdding: null }
    case 'active_customers':
      return { ...linesOf(answer, 'active_customers'), title: 'Active customers', digits: 0, notAdding: NOT_ADDING }
    case 'new_returning':
      return newAndReturning(partedOf(answer, openGroup))
    case 'order_types':
      return orderTypes(partedOf(answer, openGroup))
  }
}

function linesOf({ groups, totals }: SeriesAnswer, figure: keyof SeriesFigures) {
  const series = Object.entries(groups).map(
    ([key, group]): ChartSeries => ({ key, name: group.name, tint: groupTint(group.color), values: group[figure] }),
  )
  return { form: 'lines' as const, series, total: { name: 'All groups', values: totals[figure] } }
}

type Parted = { figures: SeriesFigures; name: string; tint: string }

function partedOf({ groups, totals }: SeriesAnswer, openGroup: string | null): Parted {
  const open = openGroup === null ? undefined : groups[openGroup]
  if (!open) return { figures: totals, name: 'all groups', tint: NEUTRAL_TINT }
  return { figures: open, name: open.name, tint: groupTint(open.color) }
}

function newAndReturning({ figures, name, tint }: Parted): Measured {
  return {
    title: `Active customers, ${name}`,
    form: 'stacks',
    series: [
      { key: 'returning', name: 'Returning', tint, values: figures.returning_customers },
      { key: 'new', name: 'New', tint, values: figures.new_customers },
    ],
    total: { name: 'Active', values: figures.active_customers },
    digits: 0,
    notAdding: NOT_ADDING,
  }
}

function orderTypes({ figures, name, tint }: Parted): Measured {
  return {
    title: `Orders, ${name}`,
    form: 'stacks',
    series: ORDER_TYPES.map((type) => ({
      key: type,
      name: ORDER_TYPE_WORDS[type],
      tint,
      values: figures[`${type}_orders`],
    })),
    total: { name: 'All orders', values: figures.total_orders },
    digits: 0,
    notAdding: null,
  }
}

/** Whether there is anything to draw. */
export function isEmptySeries({ totals }: SeriesAnswer): boolean {
  return totals.total_orders.every((orders) => orders === 0)
}
