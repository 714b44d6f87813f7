'use client'

import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { CustomerToEdit, Edited, EditField } from '@/lib/customers/editing'
import type { EntryChoices } from '@/lib/entry/choices'
import type { FormAction } from '@/lib/form-state'
import { personRoleInWords } from '@/lib/format/customer-words'
import { ChangedMeanwhile } from './changed-meanwhile'
import { CustomerFields } from './customer-fields'
import { useEditDraft } from './use-edit-draft'

type CustomerEditFormProps = { action: FormAction<Edited>; customer: CustomerToEdit; choices: EntryChoices }

/** Everything that is recorded of a customer, to be changed. Whoever comes second is told what the first has changed. */
export function CustomerEditForm({ action, customer: opened, choices: offered }: CustomerEditFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  const { draft, fields } = useEditDraft(opened, state)
  const { customer, met } = draft
  const choices = withPresent(offered, customer)
  const present = (field: EditField) => inWords(field, customer.texts[field], choices)
  return (
    <form {...formProps} className="grid gap-5">
      {met && !pending && (
        <ChangedMeanwhile met={met} present={present} onTake={(field) => fields.change(field, customer.texts[field])} />
      )}
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="customer_id" value={customer.id} />
      <input type="hidden" name="version" value={customer.version} />
      <CustomerFields fields={fields} choices={choices} home={customer.home} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={pending}>Save</SubmitButton>
        <Link href={`/customers/${customer.id}`} className={buttonStyle('quiet')}>
          Cancel
        </Link>
      </div>
    </form>
  )
}

/** The choices with the group and the branch that the customer has, also where they are archived or another's. */
function withPresent(choices: EntryChoices, { group, home, texts }: CustomerToEdit): EntryChoices {
  const { groups, branches } = choices
  const isOffered = (code: string) => branches.some((branch) => branch.code === code)
  return {
    ...choices,
    groups: groups.some(({ key }) => key === group.key) ? groups : [...groups, group],
    branches: texts.branch === '' || isOffered(texts.branch) ? branches : [...branches, home],
  }
}

function inWords(field: EditField, text: string, { groups, branches }: EntryChoices): string {
  if (field === 'group') return groups.find(({ key }) => key === text)?.name ?? text
  if (field === 'branch')
    return text === '' ? 'the branch of their first order' : (branches.find(({ code }) => code === text)?.name ?? text)
  return field === 'person_role' ? personRoleInWords(text) : text
}
