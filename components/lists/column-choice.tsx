'use client'

import { Columns3 } from 'lucide-react'
import { useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { OptionCard } from '@/components/ui/option-card'
import { useShownColumns } from './use-shown-columns'

export type ColumnChoiceProps = {
  path: string
  /** All columns in their order; the first is always shown. */
  all: readonly { name: string; label: string }[]
  shown: readonly string[]
  /** Those that are shown to somebody who has not chosen. */
  usual: readonly string[]
}

/** Which columns a list shows: in its URL, and remembered in this browser for the next visit. */
export function ColumnChoice({ path, all, shown, usual }: ColumnChoiceProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const names = all.map(({ name }) => name)
  const { current, show } = useShownColumns({ path, names, shown, usual })
  const [first, ...others] = all
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className={buttonStyle('plain', 'max-md:w-10 max-md:px-0')}
      >
        <Columns3 aria-hidden="true" className="size-4" />
        <span className="max-md:sr-only">Columns</span>
      </button>
      <Dialog ref={dialog} title="Columns">
        <p className="mt-1 text-ink-soft text-sm">{first?.label} is always shown. This browser remembers the choice.</p>
        <div className="-mx-2.5 mt-3 grid grid-cols-2">
          {others.map(({ name, label }) => (
            <OptionCard
              key={name}
              type="checkbox"
              title={label}
              checked={current.includes(name)}
              onChange={({ target }) =>
                show(names.filter((other) => (other === name ? target.checked : current.includes(other))))
              }
            />
          ))}
        </div>
        <div className="mt-4 flex justify-end gap-2">
          <button type="button" onClick={() => show(usual)} className={buttonStyle('quiet')}>
            Show the usual ones
          </button>
          <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle('primary')}>
            Done
          </button>
        </div>
      </Dialog>
    </>
  )
}
