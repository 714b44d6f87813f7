import clsx from 'clsx'
import { Explained } from '@/components/customer-groups/explanation/explained'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import { describeChange, type FigureFormat } from '@/lib/format/change'
import type { ComparedDays } from './compared-days'

type ChangeNoteProps = {
  current: number
  /** Null where nothing is compared: then there is no note. */
  previous: number | null | undefined
  format: FigureFormat
  compared: ComparedDays
  /** True where there is room for the change alone: the previous figure is then read out and not seen. */
  brief?: boolean
  /** The figure, whose change then can be explained. */
  explains?: { address: FigureAddress; of: string }
}

const COLOURS = { up: 'text-good', down: 'text-bad', none: 'text-ink-soft' }

/** How a figure stands against the one that it is compared with, and that figure. */
export function ChangeNote({ current, previous, format, compared, brief = false, explains }: ChangeNoteProps) {
  if (previous === null || previous === undefined || compared === null) return null
  const change = describeChange(current, previous, format)
  const note = (
    <span className="flex flex-wrap gap-x-1.5 text-xs tabular-nums leading-5 tracking-normal">
      <span className="sr-only">{`${change.spoken} in ${compared}`}</span>
      <span aria-hidden="true" title={compared} className={clsx('font-medium', COLOURS[change.direction])}>
        {change.words}
      </span>
      {change.direction !== 'none' && !brief && (
        <span aria-hidden="true" title={compared} className="font-normal text-ink-soft">
          from {format(previous)}
        </span>
      )}
    </span>
  )
  if (!explains) return note
  return (
    <Explained
      address={{ ...explains.address, at: 'change' }}
      of={explains.of}
      words={`${change.spoken} in ${compared}`}
    >
      {note}
    </Explained>
  )
}
