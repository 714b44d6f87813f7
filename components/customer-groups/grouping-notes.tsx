import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupBy } from '@/lib/definitions'
import { formatQuantity } from '@/lib/format/number'
import { may, type Role } from '@/lib/roles'
import type { Choices } from '@/lib/url/groups-url'

type GroupingNotesProps = { answer: GroupsAnswer; role: Role; choose: (choices: Choices) => void }

/** What has to be known to read the groups: how they are made, and whether they add up. */
export function GroupingNotes({ answer, role, choose }: GroupingNotesProps) {
  const { meta, scoring } = answer
  return (
    <div className="mt-2 max-w-prose space-y-1 text-ink-soft text-sm empty:hidden">
      {EXPLAINED[meta.group_by] && (
        <p>
          {EXPLAINED[meta.group_by]}
          {meta.group_by === 'recency' && <WhoSetsBands role={role} />}
        </p>
      )}
      {scoring?.fixed && (
        <p>
          Scored by fixed bands: {formatQuantity(scoring.buyers, 'customer')} with an order in the period are too few
          for fifths.
        </p>
      )}
      {meta.groups_overlap && (
        <p>
          A customer can be in several groups. The totals count each once, so the customers of the groups can add up to
          more; orders and revenue add up.
        </p>
      )}
      <MovedNote answer={answer} choose={choose} />
    </div>
  )
}

const EXPLAINED: Record<GroupBy, string | null> = {
  type: null,
  recency: 'By how long ago the last order was at the end of the period, of any type and branch that you see.',
  rfm: 'By recency, frequency and revenue in the period, each scored from 1 to 5 among all who came.',
  branch: 'By the branch of each order; who is at home in a branch is registered there without one.',
  visit: 'New customers have their first order ever in the period. Figures of before are of those who were new then.',
}

/** The bands are a setting, which leads there for those who may change it. */
function WhoSetsBands({ role }: { role: Role }) {
  if (!may(role, 'administer')) return ' The bands are set by an administrator.'
  return (
    <>
      {' '}
      <Link href="/settings/recency" className="underline underline-offset-2 hover:text-ink">
        The bands
      </Link>{' '}
      are a setting.
    </>
  )
}

/** Where orders count under another type than their customer has today, or would. */
function MovedNote({ answer: { moved, meta }, choose }: Omit<GroupingNotesProps, 'role'>) {
  const isThen = meta.group_at === 'order'
  if (moved === null || (moved.orders === 0 && !isThen)) return null
  const orders = `${formatQuantity(moved.orders, 'order')} of ${formatQuantity(moved.customers, 'customer')}`
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {isThen
        ? `Orders count under the type that the customer had at the time: ${orders} would count under another one today.`
        : `Orders count under the type that the customer has today: ${orders} had another one at the time.`}
      <button
        type="button"
        onClick={() => choose({ group_at: isThen ? null : 'order' })}
        className={buttonStyle('quiet', '-ml-3 text-accent')}
      >
        {isThen ? 'Count by the type of today' : 'Count by the type at the time'}
      </button>
    </p>
  )
}
