'use client'

import type { Business } from '@/lib/business'
import type { MonthFigures } from '@/lib/customers/contract'
import { formatMonth } from '@/lib/format/date'
import { formatMoney, formatQuantity } from '@/lib/format/number'
import { MonthsPlot } from './months-plot'
import { MonthsTable } from './months-table'
import { PlotReader, useReadPlace } from './plot-reader'

type MonthsChartProps = { months: readonly MonthFigures[]; business: Business }

/** Orders and revenue month by month, with the months' figures in words and as a table. */
export function MonthsChart({ months, business }: MonthsChartProps) {
  const { place, read } = useReadPlace(months.length)
  const shown = months[place]
  if (!shown) return null
  const inWords = `${formatMonth(shown.month)}: ${formatQuantity(shown.total_orders, 'order')}, ${formatMoney(shown.revenue, business)}`
  return (
    <div>
      <p className="text-sm tabular-nums">{inWords}</p>
      <PlotReader label="Month" count={months.length} onRead={read} {...{ place, inWords }}>
        {(width, bands) => <MonthsPlot currency={business.currency} {...{ months, place, width, bands }} />}
      </PlotReader>
      <MonthsTable months={months} business={business} />
    </div>
  )
}
