import { AxisBottom, AxisLeft } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import clsx from 'clsx'
import type { MonthFigures } from '@/lib/customers/contract'
import { formatMonth } from '@/lib/format/date'
import { formatShort } from '@/lib/format/number'

const LEFT = 44
const HEIGHT = { title: 26, revenue: 84, gap: 14, orders: 44, axis: 24 }
const ORDERS_TOP = 2 * HEIGHT.title + HEIGHT.revenue + HEIGHT.gap
const PLOT_BOTTOM = ORDERS_TOP + HEIGHT.orders
export const PLOT_HEIGHT = PLOT_BOTTOM + HEIGHT.axis

/** Where the months lie on a plot of this width, in pixels. */
export function monthBands(months: readonly MonthFigures[], width: number) {
  return scaleBand({ domain: months.map(({ month }) => month), range: [LEFT, Math.max(LEFT, width)], padding: 0.2 })
}

type MonthsPlotProps = { months: readonly MonthFigures[]; chosen: string; width: number; currency: string }

/** Bars of revenue over bars of orders, each on its own scale, above one row of months. */
export function MonthsPlot({ months, chosen, width, currency }: MonthsPlotProps) {
  const x = monthBands(months, width)
  return (
    <svg width={width} height={PLOT_HEIGHT} aria-hidden="true" className="block max-w-full overflow-visible">
      <rect
        x={(x(chosen) ?? 0) - (x.step() - x.bandwidth()) / 2}
        width={x.step()}
        height={PLOT_BOTTOM}
        className="fill-raised"
      />
      <Bars
        title={`Revenue, ${currency}`}
        top={HEIGHT.title}
        height={HEIGHT.revenue}
        {...{ months, chosen, x, width }}
        figureOf={({ revenue }) => revenue}
      />
      <Bars
        title="Orders"
        top={ORDERS_TOP}
        height={HEIGHT.orders}
        {...{ months, chosen, x, width }}
        figureOf={({ total_orders }) => total_orders}
      />
      <AxisBottom
        top={PLOT_BOTTOM}
        scale={x}
        tickValues={months.filter((_, place) => (months.length - 1 - place) % 6 === 0).map(({ month }) => month)}
        tickFormat={formatMonth}
        tickLabelProps={{ className: 'fill-ink-soft text-xs', fontFamily: 'inherit', fontSize: 11, fill: undefined }}
        stroke="var(--line-strong)"
        tickStroke="var(--line-strong)"
        tickLength={4}
      />
    </svg>
  )
}

type BarsProps = {
  title: string
  top: number
  height: number
  width: number
  months: readonly MonthFigures[]
  chosen: string
  x: ReturnType<typeof monthBands>
  figureOf: (month: MonthFigures) => number
}

function Bars({ title, top, height, width, months, chosen, x, figureOf }: BarsProps) {
  const most = Math.max(1, ...months.map(figureOf))
  const y = scaleLinear({ domain: [0, most], range: [height, 0] })
  return (
    <Group top={top}>
      <text y={-13} className="fill-ink-soft text-xs">
        {title}
      </text>
      <line x1={LEFT} x2={width} y1={height} y2={height} className="stroke-line" />
      {months.map((month) => (
        <Bar
          key={month.month}
          x={x(month.month)}
          y={y(figureOf(month))}
          width={x.bandwidth()}
          height={height - y(figureOf(month))}
          className={clsx('fill-(--tint)', month.month !== chosen && 'opacity-70')}
        />
      ))}
      <AxisLeft
        left={LEFT - 4}
        scale={y}
        tickValues={[0, most]}
        tickFormat={(value) => formatShort(Number(value))}
        tickLabelProps={{ className: 'fill-ink-soft', fontFamily: 'inherit', fontSize: 11, fill: undefined }}
        hideAxisLine
        hideTicks
      />
    </Group>
  )
}
