import clsx from 'clsx'
import { describeChange } from '@/lib/format/change'

type ChangeNoteProps = {
  current: number
  previous: number
  /** The previous figure as it is shown, and the exact days that it is of. */
  previousText: string
  previousDays: string
  /** True where there is room for the change alone: the previous figure is then read out and not seen. */
  brief?: boolean
}

const COLOURS = { up: 'text-good', down: 'text-bad', none: 'text-ink-soft' }

/** How a figure stands against the previous period's, with that figure. */
export function ChangeNote({ current, previous, previousText, previousDays, brief = false }: ChangeNoteProps) {
  const change = describeChange(current, previous)
  return (
    <span className="flex flex-wrap gap-x-1.5 text-xs tabular-nums leading-5 tracking-normal">
      <span className={clsx('font-medium', COLOURS[change.direction])}>{change.words}</span>
      <span className="sr-only">{`compared with ${previousText}, ${previousDays}`}</span>
      {change.direction !== 'none' && !brief && (
        <span aria-hidden="true" title={previousDays} className="font-normal text-ink-soft">
          from {previousText}
        </span>
      )}
    </span>
  )
}
