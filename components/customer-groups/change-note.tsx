import clsx from 'clsx'
import { describeChange } from '@/lib/format/change'

type ChangeNoteProps = {
  current: number
  previous: number
  /** The previous figure as it is shown, and the exact days that it is of. */
  previousText: string
  previousDays: string
  /** True where the previous figure waits for the card's hover or focus; fingers, which can not hover, see it anyway. */
  onHover?: boolean
  className?: string
}

const COLOURS = { up: 'text-good', down: 'text-bad', none: 'text-ink-soft' }

/** How a figure stands against the previous period's, with that figure. */
export function ChangeNote({ current, previous, previousText, previousDays, onHover, className }: ChangeNoteProps) {
  const change = describeChange(current, previous)
  return (
    <span className={clsx('flex flex-wrap gap-x-1.5 text-xs tabular-nums leading-5', className)}>
      <span className={clsx('font-medium', COLOURS[change.direction])}>{change.words}</span>
      <span className="sr-only">{`compared with ${previousText}, ${previousDays}`}</span>
      {change.direction !== 'none' && (
        <span
          aria-hidden="true"
          title={previousDays}
          className={clsx(
            'text-ink-soft',
            onHover && 'pointer-fine:invisible group-focus-within/card:visible group-hover/card:visible',
          )}
        >
          from {previousText}
        </span>
      )}
    </span>
  )
}
