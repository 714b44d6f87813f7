import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Moment } from '@/components/ui/moment'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { Person } from '@/lib/accounts/people'
import { branchesInWords, ROLE_WORDS } from '@/lib/format/account-words'

type PeopleTableProps = { people: readonly Person[]; ownId: string | null; timeZone: string }

/** Everybody with an account, each row a link to what can be changed. */
export function PeopleTable({ people, ownId, timeZone }: PeopleTableProps) {
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="People" columns={['Name', 'Role', 'Branches', 'State', 'Last seen']}>
        {people.map((person) => (
          <StackingRow key={person.id} linked>
            <StackingCell className="md:max-w-72">
              <Link href={`/people/${person.id}`} prefetch={false} className="font-medium after:absolute after:inset-0">
                <bdi>{person.name}</bdi>
              </Link>
              {person.id === ownId && <span className="text-ink-soft"> (you)</span>}
              <span className="block truncate text-ink-soft text-xs">
                <bdi>{person.email}</bdi>
              </span>
            </StackingCell>
            <StackingCell label="Role">{ROLE_WORDS[person.role]}</StackingCell>
            <StackingCell label="Branches" className="text-ink-soft">
              <bdi>{branchesInWords(person)}</bdi>
            </StackingCell>
            <StackingCell label="State">
              <PersonState person={person} />
            </StackingCell>
            <StackingCell label="Last seen">
              <Moment at={person.lastSeenAt} timeZone={timeZone} none="not signed in" />
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}

/** Whether somebody can sign in. */
export function PersonState({ person }: { person: Pick<Person, 'disabledAt'> }) {
  return person.disabledAt === null ? <Badge tone="good">Active</Badge> : <Badge tone="bad">Disabled</Badge>
}
