import type { Person } from '@/lib/accounts/people'
import type { FormAction } from '@/lib/form-state'
import { ConfirmedAction } from './confirmed-action'

type PersonEndProps = {
  person: Pick<Person, 'id' | 'name' | 'disabledAt'>
  isSelf: boolean
  disable: FormAction
  enable: FormAction
  remove: FormAction
}

/** Disabling keeps the account for another day; removing does not. */
export function PersonEnd({ person, isSelf, disable, enable, remove }: PersonEndProps) {
  const values = { person_id: person.id }
  const whoSignsOut = isSelf ? 'You are signed out at once, here too.' : 'They are signed out everywhere at once.'
  return (
    <div className="flex flex-wrap gap-2">
      {person.disabledAt === null ? (
        <ConfirmedAction action={disable} values={values} label="Disable" title={`Disable ${person.name}?`}>
          {whoSignsOut} They can not sign in until an administrator enables the account again. Their name stays in the
          audit log.
        </ConfirmedAction>
      ) : (
        <ConfirmedAction
          action={enable}
          values={values}
          label="Enable"
          title={`Enable ${person.name} again?`}
          kind="plain"
        >
          They can sign in again, with the password, role and branches that they had.
        </ConfirmedAction>
      )}
      <ConfirmedAction action={remove} values={values} label="Remove" title={`Remove ${person.name}?`}>
        {whoSignsOut} The account is deleted, and what they did stays in the audit log without their name. This can not
        be undone; to come back they need an invitation.
      </ConfirmedAction>
    </div>
  )
}
