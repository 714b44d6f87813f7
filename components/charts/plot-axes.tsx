import { AxisBottom, AxisLeft } from '@visx/axis'
import { formatShort } from '@/lib/format/number'
import { PLOT_LEFT, type PlaceBands, type ValueScale } from './plot-bands'

const LABEL = { className: 'fill-ink-soft', fontFamily: 'inherit', fontSize: 11, fill: undefined }

/** The room that the labels of the places take below a plot. */
export const AXIS_HEIGHT = 24

type PlaceAxisProps = { top: number; bands: PlaceBands; places: number[]; labelOf: (place: number) => string }

/** The labels of some places, under the plot. */
export function PlaceAxis({ top, bands, places, labelOf }: PlaceAxisProps) {
  return (
    <AxisBottom
      top={top}
      scale={bands}
      tickValues={places}
      tickFormat={labelOf}
      tickLabelProps={{ ...LABEL, className: 'fill-ink-soft text-xs' }}
      stroke="var(--line-strong)"
      tickStroke="var(--line-strong)"
      tickLength={4}
    />
  )
}

/** The labels of some values in their short form, beside the plot. */
export function ValueAxis({ scale, ticks }: { scale: ValueScale['y']; ticks: number[] }) {
  return (
    <AxisLeft
      left={PLOT_LEFT - 4}
      scale={scale}
      tickValues={ticks}
      tickFormat={(value) => formatShort(Number(value))}
      tickLabelProps={LABEL}
      hideAxisLine
      hideTicks
    />
  )
}

type ReadBandProps = { bands: PlaceBands; place: number; height: number }

/** Marks the place that is told in words. */
export function ReadBand({ bands, place, height }: ReadBandProps) {
  const gap = bands.step() - bands.bandwidth()
  return <rect x={(bands(place) ?? 0) - gap / 2} width={bands.step()} height={height} className="fill-raised" />
}
