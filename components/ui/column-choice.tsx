'use client'

import { Columns3 } from 'lucide-react'
import { useRef } from 'react'
import { buttonStyle } from './button-style'
import { Dialog } from './dialog'
import { OptionCard } from './option-card'

export type Column = { name: string; label: string }

type ColumnChoiceProps = {
  /** All columns in their order; the first is always shown. */
  all: readonly Column[]
  current: readonly string[]
  /** Those that are shown to somebody who has not chosen. */
  usual: readonly string[]
  onShow: (columns: readonly string[]) => void
}

/** Which columns a list shows; whoever keeps the choice keeps it in this browser. */
export function ColumnChoice({ all, current, usual, onShow }: ColumnChoiceProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const names = all.map(({ name }) => name)
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
                onShow(names.filter((other) => (other === name ? target.checked : current.includes(other))))
              }
            />
          ))}
        </div>
        <div className="mt-4 flex justify-end gap-2">
          <button type="button" onClick={() => onShow(usual)} className={buttonStyle('quiet')}>
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
