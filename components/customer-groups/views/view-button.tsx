'use client'

import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { FormAction } from '@/lib/form-state'
import type { SavedView, ViewAct } from '@/lib/views/saved-view'

type ViewButtonProps = {
  act: ViewAct
  view: SavedView
  query: string
  change: FormAction
  label: string
  children: ReactNode
}

/** A form of one button that does something with a view. */
export function ViewButton({ act, view, query, change, label, children }: ViewButtonProps) {
  const { state, pending, formProps } = useSentForm(change)
  return (
    <form {...formProps}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="query" value={query} />
      <button
        type="submit"
        aria-disabled={pending}
        aria-label={`${label}: ${view.name}`}
        title={label}
        className={buttonStyle('quiet', 'w-10 px-0')}
      >
        {children}
      </button>
      {state.status === 'refused' && !pending && (
        <p role="alert" className="sr-only">
          {state.error}
        </p>
      )}
    </form>
  )
}
