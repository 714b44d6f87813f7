import clsx from 'clsx'
import type { ChartForm } from './chart-series'

/** Outlines that are told apart without their colour, around 0 and about 2 wide. */
const SHAPES = [
  'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0Z',
  'M-.9-.9H.9V.9H-.9Z',
  'M0-1.2L1.15.85H-1.15Z',
  'M0-1.35L1.2 0L0 1.35L-1.2 0Z',
  'M0 1.2L1.15-.85H-1.15Z',
  'M-.45-1.25H.45V-.45H1.25V.45H.45V1.25H-.45V.45H-1.25V-.45H-.45Z',
  'M-1-1.1H1L-1 1.1H1Z',
  'M-1.1-1V1L1.1-1V1Z',
] as const

const FILLS = ['fill-(--tint)', 'fill-(--tint) [fill-opacity:0.4]', 'fill-surface'] as const

/** The look of a part of a bar: whole, pale or outlined, so that neighbours differ in lightness and not in hue. */
export function stackFill(mark: number): string {
  return clsx('stroke-(--tint)', FILLS[mark % FILLS.length])
}

type LinePointProps = { mark: number; x: number; y: number; hollow?: boolean; radius?: number }

/** One value of a line, in the shape of its series; hollow where its bucket is partial. */
export function LinePoint({ mark, x, y, hollow = false, radius = 3.5 }: LinePointProps) {
  return (
    <path
      d={SHAPES[mark % SHAPES.length]}
      transform={`translate(${x} ${y}) scale(${radius})`}
      vectorEffect="non-scaling-stroke"
      strokeWidth={hollow ? 1.5 : 1}
      className={hollow ? 'fill-surface stroke-(--tint)' : 'fill-(--tint) stroke-surface'}
    />
  )
}

type SeriesMarkProps = { form: ChartForm; mark: number; className?: string }

/** How a series is drawn, for a legend. */
export function SeriesMark({ form, mark, className }: SeriesMarkProps) {
  return (
    <svg width={18} height={12} aria-hidden="true" className={clsx('shrink-0', className)}>
      {form === 'lines' ? (
        <>
          <line x2={18} y1={6} y2={6} strokeWidth={2} className="stroke-(--tint)" />
          <LinePoint mark={mark} x={9} y={6} radius={4} />
        </>
      ) : (
        <rect x={3} y={0.5} width={11} height={11} className={stackFill(mark)} />
      )}
    </svg>
  )
}
