'use client'

import { useEffect, useEffectEvent } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError } from '@/lib/form-state'
import { type SavedView, VIEW_NAME_LIMIT } from '@/lib/views/saved-view'

type RenameViewFormProps = { view: SavedView; change: FormAction; onClose: () => void }

/** Gives a view another name, in its place. */
export function RenameViewForm({ view, change, onClose }: RenameViewFormProps) {
  const { state, pending, formProps } = useSentForm(change)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (state.status === 'done') close()
  }, [state])
  const problem = fieldError(state, 'name') ?? (state.status === 'refused' ? state.error : null)
  return (
    <form {...formProps} className="grid gap-2 py-2">
      <input type="hidden" name="act" value="rename" />
      <input type="hidden" name="id" value={view.id} />
      <TextField
        label={`New name of ${view.name}`}
        name="name"
        required
        autoComplete="off"
        maxLength={VIEW_NAME_LIMIT}
        defaultValue={view.name}
        error={problem}
      />
      <div className="flex gap-2">
        <SubmitButton pending={pending}>Rename</SubmitButton>
        <button type="button" onClick={onClose} className={buttonStyle('quiet')}>
          Cancel
        </button>
      </div>
    </form>
  )
}
