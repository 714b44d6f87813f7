import { scaleLinear } from '@visx/scale'

type BridgeBarProps = {
  /** From one revenue to the other; a revenue itself is from 0. */
  from: number
  to: number
  /** The revenue at the full width. */
  most: number
  kind: 'revenue' | 'change'
  /** The revenues at which the bars above and below join this one; none above the first and below the last. */
  above?: number
  below?: number
}

/** A bar of the waterfall, as wide as there is room: whole where it adds, hollow where it takes away. */
export function BridgeBar({ from, to, most, kind, above, below }: BridgeBarProps) {
  const at = scaleLinear({ domain: [0, most > 0 ? most : 1], range: [0, 100], clamp: true })
  const left = at(Math.min(from, to))
  const look = kind === 'revenue' ? 'fill-(--tint) stroke-(--tint)' : lookOf(to - from)
  return (
    <svg aria-hidden="true" className="block h-5 w-full overflow-visible sm:absolute sm:inset-0 sm:h-full">
      {above !== undefined && <Joint at={at(above)} from="0" to="25%" />}
      <rect
        x={`${left}%`}
        width={`${at(Math.max(from, to)) - left}%`}
        strokeWidth={1.5}
        className={`${look} [height:100%] sm:[height:50%] sm:[y:25%]`}
      />
      {below !== undefined && <Joint at={at(below)} from="75%" to="100%" />}
    </svg>
  )
}

function lookOf(change: number): string {
  if (change === 0) return 'stroke-line-strong'
  return change > 0 ? 'fill-good stroke-good' : 'fill-surface stroke-bad'
}

/** From where a bar ends to where the next one begins, where they lie one below the other. */
function Joint({ at, from, to }: { at: number; from: string; to: string }) {
  return <line x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} className="stroke-line-strong max-sm:hidden" />
}
