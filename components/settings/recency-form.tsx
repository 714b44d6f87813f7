'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { OptionCard } from '@/components/ui/option-card'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { RecencyRule } from '@/lib/customer-groups/recency'
import { type FormAction, fieldError, keptValue, keptValues } from '@/lib/form-state'

type RecencyFormProps = {
  action: FormAction
  rule: RecencyRule
  version: string
  /** Of the group whose bands these are; left out for those of the business. */
  groupKey?: string
  readOnly?: boolean
}

const THRESHOLDS = [
  { name: 'at_risk_after_days', label: 'At risk after (days)' },
  { name: 'lapsed_after_days', label: 'Lapsed after (days)' },
  { name: 'dormant_after_days', label: 'Dormant after (days)' },
] as const

/** After how many days without an order a customer is in which band. */
export function RecencyForm({ action, rule, version, groupKey, readOnly = false }: RecencyFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  const kept = keptValues(state, 'own_rhythm')
  return (
    <form {...formProps} className="grid max-w-2xl gap-5">
      <FormProblem state={state} pending={pending} />
      {groupKey !== undefined && <input type="hidden" name="key" value={groupKey} />}
      <input type="hidden" name="seen" value={version} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {THRESHOLDS.map(({ name, label }) => (
          <TextField
            key={name}
            label={label}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            required
            readOnly={readOnly}
            maxLength={4}
            defaultValue={keptValue(state, name) ?? rule[name]}
            error={fieldError(state, name)}
          />
        ))}
      </div>
      <OptionCard
        type="checkbox"
        name="own_rhythm"
        value="true"
        disabled={readOnly}
        defaultChecked={kept ? kept.includes('true') : rule.own_rhythm}
        title="At risk by each customer’s own rhythm"
      >
        A customer is at risk once it has stayed away for twice its usual time between visits. The fewer visits it has,
        the more its group’s usual time counts. The days above hold where a group has no rhythm yet.
      </OptionCard>
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton pending={pending}>Save</SubmitButton>
          <SavedNote shown={state.status === 'done' && !pending}>Saved. It holds everywhere at once.</SavedNote>
        </div>
      )}
    </form>
  )
}
