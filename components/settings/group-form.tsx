'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { OptionCard } from '@/components/ui/option-card'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue, keptValues } from '@/lib/form-state'
import type { ShownGroup } from '@/lib/settings/shown'
import { ColorChoice } from './color-choice'

type GroupFormProps = {
  action: FormAction
  /** The group that is changed; a new one begins with `color`. */
  group?: ShownGroup
  color?: number
}

/** What a group is called, its colour, and what it asks of its customers. */
export function GroupForm({ action, group, color = 1 }: GroupFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  const kept = keptValues(state, 'requires_organization')
  const asks = kept ? kept.includes('true') : (group?.requiresOrganization ?? false)
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem state={state} pending={pending} />
      {group && <input type="hidden" name="key" value={group.key} />}
      {group && <input type="hidden" name="seen" value={group.version} />}
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        required
        maxLength={60}
        hint={group ? undefined : 'Its key, which links and files use, is made from it and never changes.'}
        defaultValue={keptValue(state, 'name') ?? group?.name}
        error={fieldError(state, 'name')}
      />
      <ColorChoice
        chosen={keptValue(state, 'color') ?? String(group?.color ?? color)}
        error={fieldError(state, 'color')}
      />
      <OptionCard
        type="checkbox"
        name="requires_organization"
        value="true"
        defaultChecked={asks}
        title="An organisation is required"
      >
        Whoever registers a customer of this group has to say for which one they come.
      </OptionCard>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending}>{group ? 'Save' : 'Add the group'}</SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Saved. It shows everywhere at once.</SavedNote>
      </div>
    </form>
  )
}
