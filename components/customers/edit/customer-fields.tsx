import { ChoiceEntry, LinesEntry, TextEntry } from '@/components/entry/entry-fields'
import { GroupChoice } from '@/components/entry/group-choice'
import type { EntryFields } from '@/components/entry/use-entry-form'
import type { EditField } from '@/lib/customers/editing'
import { PERSON_ROLES, PERSONS_GROUP } from '@/lib/definitions'
import type { EntryChoices } from '@/lib/entry/choices'
import { PERSON_ROLE_WORDS } from '@/lib/format/words'

type CustomerFieldsProps = { fields: EntryFields<EditField>; choices: EntryChoices; home: { name: string } }

/** The fields of a customer: who they are, how to reach them, where they are at home. */
export function CustomerFields({ fields, choices, home }: CustomerFieldsProps) {
  const group = choices.groups.find(({ key }) => key === fields.text('group'))
  const fromOrders =
    fields.text('branch') === '' ? `The branch of their first order (${home.name})` : 'The branch of their first order'
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
      <ChoiceEntry
        fields={fields}
        field="branch"
        label="Home branch"
        unchosen={fromOrders}
        options={choices.branches.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}
