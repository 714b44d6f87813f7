import { ChoiceEntry, LinesEntry, TextEntry } from '@/components/entry/entry-fields'
import { GroupChoice } from '@/components/entry/group-choice'
import type { EntryFields } from '@/components/entry/use-entry-form'
import type { CustomerToEdit, EditField } from '@/lib/customers/editing'
import { PERSON_ROLES, PERSONS_GROUP } from '@/lib/definitions'
import type { EntryChoices } from '@/lib/entry/choices'
import { PERSON_ROLE_WORDS } from '@/lib/format/words'

type CustomerFieldsProps = { fields: EntryFields<EditField>; choices: EntryChoices; home: CustomerToEdit['home'] }

/** The fields of a customer: who they are, how to reach them, where they are at home. */
export function CustomerFields({ fields, choices, home }: CustomerFieldsProps) {
  const group = choices.groups.find(({ key }) => key === fields.text('group'))
  return (
    <>
      <GroupChoice fields={fields} groups={choices.groups} />
      <TextEntry fields={fields} field="full_name" label="Name" required />
      {group?.key === PERSONS_GROUP && (
        <ChoiceEntry
          fields={fields}
          field="person_role"
          label="What they are to the vehicle"
          unchosen="Not said"
          options={PERSON_ROLES.map((role) => ({ value: role, label: PERSON_ROLE_WORDS[role] }))}
        />
      )}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextEntry
          fields={fields}
          field="organization_name"
          label="Organisation"
          required={group?.requiresOrganization ?? false}
        />
        <TextEntry fields={fields} field="tax_number" label="Tax number" />
        <TextEntry fields={fields} field="phone" label="Phone" type="tel" hint="With or without the country’s code." />
        <TextEntry fields={fields} field="email" label="E-mail" inputMode="email" autoCapitalize="none" />
      </div>
      <LinesEntry fields={fields} field="address" label="Address" />
      <HomeBranch fields={fields} choices={choices} home={home} />
    </>
  )
}

/** Where a customer is at home; at a branch that is not the caller's it stays as it is. */
function HomeBranch({ fields, choices, home }: CustomerFieldsProps) {
  const present = fields.text('branch')
  if (home.isElsewhere)
    return (
      <p className="text-ink-soft text-sm">
        <input type="hidden" name="branch" value={present} />
        Home branch: <bdi className="font-medium text-ink wrap-anywhere">{home.name}</bdi>. Somebody of that branch can
        change it.
      </p>
    )
  const fromOrders = 'The branch of their first order'
  return (
    <ChoiceEntry
      fields={fields}
      field="branch"
      label="Home branch"
      unchosen={present === '' ? `${fromOrders} (${home.name})` : fromOrders}
      options={choices.branches.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
