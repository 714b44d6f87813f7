import type { ChartPoint } from '@/components/charts/chart-series'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import type { ExplainedFigure } from '@/lib/customer-groups/explanation/figures'
import { partName } from '@/lib/customer-groups/explanation/params'
import type { SeriesMeasure } from '@/lib/definitions'
import { type Bucket, ORDER_TYPES } from '@/lib/definitions'
import { isParted, type PartedMeasure } from './same-series'

/** What a line, or all of them together, tells of a group. */
const OF_GROUPS = { revenue: 'total_revenue', orders: 'total_orders', active_customers: 'active_count' } as const

/** Where the figure of a point of the chart is explained; the key of all series together is empty. */
export function pointAddress(
  measure: SeriesMeasure,
  { key, bucket: { first_day } }: Pick<ChartPoint, 'key' | 'bucket'>,
  openGroup: string | null,
  bucket: Bucket,
): FigureAddress {
  const part = partName(bucket, first_day)
  if (!isParted(measure)) return { figure: OF_GROUPS[measure], group: key || 'all', part }
  return { figure: partedFigure(measure, key), group: openGroup ?? 'all', part }
}

function partedFigure(measure: PartedMeasure, key: string): ExplainedFigure {
  if (measure === 'order_types') {
    const type = ORDER_TYPES.find((name) => name === key)
    return type ? `${type}_orders` : 'total_orders'
  }
  if (key === 'new') return 'new_customers'
  return key === 'returning' ? 'returning_customers' : 'active_count'
}
