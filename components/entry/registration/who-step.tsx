import { ChoiceEntry, LinesEntry, TextEntry } from '@/components/entry/entry-fields'
import { GroupChoice } from '@/components/entry/group-choice'
import type { EntryFields } from '@/components/entry/use-entry-form'
import { ChoiceSet } from '@/components/ui/choice-set'
import { OptionCard } from '@/components/ui/option-card'
import { PERSON_ROLES } from '@/lib/definitions'
import { type EntryChoices, onlyBranch } from '@/lib/entry/choices'
import { groupOf, isOfPersons, type RegistrationField, type RegistrationTexts } from '@/lib/entry/registration-texts'
import { PERSON_ROLE_WORDS } from '@/lib/format/words'

type WhoStepProps = { fields: EntryFields<RegistrationField>; choices: EntryChoices; texts: RegistrationTexts }

/** Who the customer is; an organisation and its tax number, or owner or driver, as the type asks. */
export function WhoStep({ fields, choices, texts }: WhoStepProps) {
  const group = groupOf(texts, choices)
  const persons = isOfPersons(group)
  return (
    <>
      <GroupChoice fields={fields} groups={choices.groups} />
      {group && !persons && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <TextEntry
            fields={fields}
            field="organization_name"
            label="Organisation"
            required={group.requiresOrganization}
          />
          <TextEntry fields={fields} field="tax_number" label="Tax number" />
        </div>
      )}
      <TextEntry
        fields={fields}
        field="full_name"
        label="Name"
        required
        hint={group && !persons ? 'Of the person to talk to.' : undefined}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextEntry fields={fields} field="phone" label="Phone" type="tel" hint="With or without the country’s code." />
        <TextEntry fields={fields} field="email" label="E-mail" inputMode="email" autoCapitalize="none" />
      </div>
      {persons && <PersonRoleChoice fields={fields} />}
      <LinesEntry fields={fields} field="address" label="Address" />
      {onlyBranch(choices) === null && (
        <ChoiceEntry
          fields={fields}
          field="branch"
          label="Home branch"
          unchosen={choices.limited ? undefined : 'The branch of their first order'}
          options={choices.branches.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </>
  )
}

function PersonRoleChoice({ fields }: Pick<WhoStepProps, 'fields'>) {
  return (
    <ChoiceSet legend="What they are to the vehicle" error={fields.problem('person_role')} className="grid gap-1">
      <div className="flex flex-wrap gap-x-4">
        {[...PERSON_ROLES, null].map((role) => (
          <OptionCard
            key={role ?? 'unknown'}
            type="radio"
            name="person_role"
            value={role ?? ''}
            checked={fields.text('person_role') === (role ?? '')}
            onChange={() => fields.change('person_role', role ?? '')}
            title={role ? PERSON_ROLE_WORDS[role] : 'Not said'}
          />
        ))}
      </div>
    </ChoiceSet>
  )
}
