import { ChoiceSet } from '@/components/ui/choice-set'
import { OptionCard } from '@/components/ui/option-card'
import type { ShownAccess } from '@/lib/accounts/people'
import { type FormState, fieldError, keptValue, keptValues } from '@/lib/form-state'
import { ROLE_DUTIES, ROLE_WORDS } from '@/lib/format/account-words'
import { ROLES, type Role } from '@/lib/roles'

/** What somebody may do, and with which branches; `branches` are codes. */
export type Access = { role: Role; allBranches: boolean; branches: readonly string[] }

/** What somebody new is asked about first. Nothing is given by default: the branches have to be chosen. */
export const NEW_ACCESS: Access = { role: 'viewer', allBranches: false, branches: [] }

/** The branches that may be given; `all` is false where whoever gives is limited to these. */
export type GivableBranches = { all: boolean; listed: Readonly<ShownAccess['branches']> }

type AccessFieldsProps = { access: Access; branches: GivableBranches; state: FormState }

/** The role and the branches of a person or a key. Where the business has one branch, nothing is asked of branches. */
export function AccessFields({ access, branches, state }: AccessFieldsProps) {
  const role = keptValue(state, 'role') ?? access.role
  return (
    <>
      <ChoiceSet legend="Role" error={fieldError(state, 'role')}>
        {ROLES.map((value) => (
          <OptionCard
            key={value}
            type="radio"
            name="role"
            value={value}
            defaultChecked={role === value}
            title={ROLE_WORDS[value]}
          >
            {ROLE_DUTIES[value]}
          </OptionCard>
        ))}
      </ChoiceSet>
      {branches.listed.length > 1 || !branches.all ? (
        <BranchFields {...{ access, branches, state }} />
      ) : (
        <input type="hidden" name="all_branches" value="true" />
      )}
    </>
  )
}

function BranchFields({ access, branches, state }: AccessFieldsProps) {
  const all = branches.all && (keptValue(state, 'all_branches') ?? String(access.allBranches)) === 'true'
  const chosen = keptValues(state, 'branches') ?? access.branches
  const error = fieldError(state, 'branches') ?? fieldError(state, 'all_branches')
  return (
    <ChoiceSet legend="Branches" error={error} className="group/branches">
      {branches.all && (
        <OptionCard type="radio" name="all_branches" value="true" defaultChecked={all} title="All branches">
          Those that open later too.
        </OptionCard>
      )}
      <OptionCard type="radio" name="all_branches" value="false" defaultChecked={!all} title="Only some">
        The orders of these branches, and the customers who are at home or have an order there.
      </OptionCard>
      {/* Style alone shows the list, so that it is there without JavaScript too. */}
      <div className="ml-7 hidden group-has-[[value=false]:checked]/branches:block">
        {branches.listed.map(({ code, name }) => (
          <OptionCard
            key={code}
            type="checkbox"
            name="branches"
            value={code}
            defaultChecked={chosen.includes(code)}
            title={<bdi>{name}</bdi>}
          />
        ))}
      </div>
    </ChoiceSet>
  )
}
