import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import clsx from 'clsx'
import type { MonthFigures } from '@/lib/customers/contract'
import { formatMonth } from '@/lib/format/date'
import { AXIS_HEIGHT, PlaceAxis, ReadBand, ValueAxis } from './plot-axes'
import { PLOT_LEFT, type PlaceBands } from './plot-bands'

const HEIGHT = { title: 26, revenue: 84, gap: 14, orders: 44 }
const ORDERS_TOP = 2 * HEIGHT.title + HEIGHT.revenue + HEIGHT.gap
const PLOT_BOTTOM = ORDERS_TOP + HEIGHT.orders
const LABEL_EVERY = 6

type MonthsPlotProps = {
  months: readonly MonthFigures[]
  place: number
  width: number
  bands: PlaceBands
  currency: string
}

/** Bars of revenue over bars of orders, each on its own scale, above one row of months. */
export function MonthsPlot({ months, place, width, bands, currency }: MonthsPlotProps) {
  const labelled = bands.domain().filter((at) => (months.length - 1 - at) % LABEL_EVERY === 0)
  return (
    <svg
      width={width}
      height={PLOT_BOTTOM + AXIS_HEIGHT}
      aria-hidden="true"
      className="block max-w-full overflow-visible"
    >
      <ReadBand bands={bands} place={place} height={PLOT_BOTTOM} />
      <Bars
        title={`Revenue, ${currency}`}
        top={HEIGHT.title}
        height={HEIGHT.revenue}
        {...{ place, bands, width }}
        figures={months.map(({ revenue }) => revenue)}
      />
      <Bars
        title="Orders"
        top={ORDERS_TOP}
        height={HEIGHT.orders}
        {...{ place, bands, width }}
        figures={months.map(({ total_orders }) => total_orders)}
      />
      <PlaceAxis
        top={PLOT_BOTTOM}
        bands={bands}
        places={labelled}
        labelOf={(at) => formatMonth(months[at]?.month ?? '')}
      />
    </svg>
  )
}

type BarsProps = {
  title: string
  top: number
  height: number
  width: number
  figures: readonly number[]
  place: number
  bands: PlaceBands
}

function Bars({ title, top, height, width, figures, place, bands }: BarsProps) {
  const most = Math.max(1, ...figures)
  const y = scaleLinear({ domain: [0, most], range: [height, 0] })
  return (
    <Group top={top}>
      <text y={-13} className="fill-ink-soft text-xs">
        {title}
      </text>
      <line x1={PLOT_LEFT} x2={width} y1={height} y2={height} className="stroke-line" />
      {bands.domain().map((at) => (
        <Bar
          key={at}
          x={bands(at)}
          y={y(figures[at] ?? 0)}
          width={bands.bandwidth()}
          height={height - y(figures[at] ?? 0)}
          className={clsx('fill-(--tint)', at !== place && 'opacity-70')}
        />
      ))}
      <ValueAxis scale={y} ticks={[0, most]} />
    </Group>
  )
}
