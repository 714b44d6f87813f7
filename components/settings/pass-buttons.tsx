'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { FormProblem } from '@/components/ui/form-problem'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { FormAction } from '@/lib/form-state'

type PassButtonsProps = {
  action: FormAction
  row: { key: string; name: string }
  /** The keys of the rows before and after it; null at the ends. */
  before: string | null
  after: string | null
  /** Which one of how many it is, from 1. */
  place: number
  count: number
}

/** Takes a row one place up or down. The focus stays on the button, so that it can be pressed again. */
export function PassButtons({ action, row, before, after, place, count }: PassButtonsProps) {
  return (
    <div className="flex items-center gap-1">
      <PassButton {...{ action, row, place, count }} way="up" past={before} />
      <PassButton {...{ action, row, place, count }} way="down" past={after} />
    </div>
  )
}

type PassButtonProps = Omit<PassButtonsProps, 'before' | 'after'> & { way: 'up' | 'down'; past: string | null }

function PassButton({ action, row, place, count, way, past }: PassButtonProps) {
  const { state, pending, formProps } = useSentForm(action)
  const Arrow = way === 'up' ? ArrowUp : ArrowDown
  const { onSubmit, ...form } = formProps
  return (
    <form {...form} onSubmit={(event) => (past === null ? event.preventDefault() : onSubmit(event))}>
      <input type="hidden" name="key" value={row.key} />
      <input type="hidden" name="past" value={past ?? ''} />
      <input type="hidden" name="way" value={way} />
      <button
        type="submit"
        aria-disabled={past === null || pending}
        aria-label={`Move ${row.name} ${way}`}
        className={buttonStyle('quiet', 'w-10 px-0')}
      >
        <Arrow aria-hidden="true" className="size-4" />
      </button>
      <p role="status" className="sr-only">
        {state.status === 'done' && !pending && `${row.name} is number ${place} of ${count}.`}
      </p>
      <FormProblem state={state} pending={pending} />
    </form>
  )
}
