'use client'

import { useParentSize } from '@visx/responsive'
import { type PointerEvent, useState } from 'react'
import type { Business } from '@/lib/business'
import type { MonthFigures } from '@/lib/customers/contract'
import { formatMonth } from '@/lib/format/date'
import { formatMoney, formatQuantity } from '@/lib/format/number'
import { MonthsPlot, monthBands } from './months-plot'
import { MonthsTable } from './months-table'

type MonthsChartProps = { months: readonly MonthFigures[]; business: Business }

/** The width that the page is made with, before the place that there is has been measured. */
const WIDTH_BEFORE = 600

/**
 * Orders and revenue month by month. The month under the pointer, or the one chosen by the arrow keys, is told in words;
 * it is the last one until then.
 */
export function MonthsChart({ months, business }: MonthsChartProps) {
  const [place, setPlace] = useState(months.length - 1)
  const { parentRef, width } = useParentSize({ initialSize: { width: WIDTH_BEFORE }, debounceTime: 50 })
  const shown = months[place]
  if (!shown) return null
  const inWords = `${formatMonth(shown.month)}: ${formatQuantity(shown.total_orders, 'order')}, ${formatMoney(shown.revenue, business)}`
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const bands = monthBands(months, width)
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    const pointed = Math.floor((at - (bands.range()[0] ?? 0)) / bands.step())
    setPlace(Math.min(Math.max(pointed, 0), months.length - 1))
  }
  return (
    <div>
      <p className="text-sm tabular-nums">{inWords}</p>
      <div
        ref={parentRef}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPlace(months.length - 1)}
        className="relative mt-3 touch-pan-y rounded outline-accent outline-offset-4 has-[:focus-visible]:outline-2"
      >
        <MonthsPlot months={months} chosen={shown.month} width={width} currency={business.currency} />
        <input
          type="range"
          aria-label="Month"
          aria-valuetext={inWords}
          min={0}
          max={months.length - 1}
          value={place}
          onChange={(event) => setPlace(Number(event.target.value))}
          className="pointer-events-none absolute inset-0 size-full opacity-0"
        />
      </div>
      <MonthsTable months={months} business={business} />
    </div>
  )
}
