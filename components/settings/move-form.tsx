import Form from 'next/form'
import { buttonStyle } from '@/components/ui/button-style'
import { ChoiceField } from '@/components/ui/choice-field'
import { TextField } from '@/components/ui/text-field'
import type { BranchChoice } from '@/lib/branch'
import { SEARCH_LENGTH_LIMIT } from '@/lib/customer-groups/param-readers'
import type { FailedField } from '@/lib/failure'
import { formatQuantity } from '@/lib/format/number'
import type { ShownGroup } from '@/lib/settings/shown'

type MoveFormProps = {
  groups: readonly ShownGroup[]
  branches: readonly BranchChoice[]
  /** What stands in the form, by the names of its fields, and what is wrong with it. */
  texts: Readonly<Record<string, string>>
  problems: readonly FailedField[]
}

/** Which customers go where; it leads to a link, which shows what that would change. */
export function MoveForm({ groups, branches, texts, problems }: MoveFormProps) {
  const error = (name: string) => problems.find((field) => field.name === name)?.message ?? null
  const from = groups.map(({ key, name, customers }) => ({
    value: key,
    label: `${name} (${formatQuantity(customers, 'customer')})`,
  }))
  const to = groups.filter(({ archived }) => !archived).map(({ key, name }) => ({ value: key, label: name }))
  const unchosen = { value: '', label: 'Choose a group' }
  const homes = [
    { value: 'all', label: 'Any branch' },
    ...branches.map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    // Its fields keep what was typed: another link fills them anew.
    <Form key={JSON.stringify(texts)} action="/settings/groups/move" className="grid gap-4 sm:grid-cols-2">
      <ChoiceField
        label="From"
        name="from"
        options={[unchosen, ...from]}
        defaultValue={texts.from}
        error={error('from')}
      />
      <ChoiceField label="To" name="to" options={[unchosen, ...to]} defaultValue={texts.to} error={error('to')} />
      <TextField
        label="Only those that match"
        name="q"
        type="search"
        autoComplete="off"
        maxLength={SEARCH_LENGTH_LIMIT}
        hint="Name, organisation, phone, e-mail, code or plate."
        defaultValue={texts.q}
        error={error('q')}
      />
      <ChoiceField
        label="Only those at home in"
        name="branch"
        options={homes}
        defaultValue={texts.branch}
        error={error('branch')}
      />
      <button type="submit" className={buttonStyle('plain', 'justify-self-start')}>
        Show what changes
      </button>
    </Form>
  )
}
