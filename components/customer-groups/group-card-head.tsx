import { Explained } from '@/components/customer-groups/explanation/explained'
import { LiveFigure } from '@/components/ui/live-figure'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import type { Moment } from '@/lib/customer-groups/explanation/figures'
import { formatCount, formatQuantity } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import type { ComparedDays } from './compared-days'
import { isPlainClick } from './plain-click'

type GroupCardLinkProps = {
  groupKey: string
  name: string
  href: string
  open: boolean
  onOpen: () => void
  onApproach: () => void
}

/** The group's name as the one real link of its card: a plain click opens the list here, any other click a page. */
export function GroupCardLink({ groupKey, name, href, open, onOpen, onApproach }: GroupCardLinkProps) {
  return (
    <h3 className="font-semibold">
      <a
        id={cardLinkId(groupKey)}
        href={href}
        aria-expanded={open}
        aria-current={open ? 'true' : undefined}
        onFocus={onApproach}
        onClick={(event) => {
          if (!isPlainClick(event)) return
          event.preventDefault()
          onOpen()
        }}
        className="outline-none after:absolute after:inset-0"
      >
        <bdi>{name}</bdi>
      </a>
    </h3>
  )
}

type GroupCardCustomersProps = {
  groupKey: string
  stats: GroupStats
  meta: Pick<GroupsAnswer['meta'], 'activity' | 'group_by'>
  scope: string
  compared: ComparedDays
}

/** How many customers the group has, which ones they are, and how the active ones have changed. */
export function GroupCardCustomers({ groupKey, stats, meta, scope, compared }: GroupCardCustomersProps) {
  const of = stats.name
  return (
    <>
      <p className="mt-2 font-semibold text-[1.75rem] tabular-nums leading-none tracking-tight">
        <Explained
          address={{ figure: 'customer_count', group: groupKey }}
          words={formatCount(stats.customer_count)}
          {...{ of }}
        >
          <LiveFigure value={stats.customer_count} scope={scope}>
            {formatCount(stats.customer_count)}
          </LiveFigure>
        </Explained>
        <span className="ml-1.5 font-normal text-ink-soft text-sm tracking-normal">
          {stats.customer_count === 1 ? 'customer' : 'customers'}
        </span>
      </p>
      <div className="mt-1 flex flex-wrap justify-between gap-x-3 text-ink-soft text-xs leading-5">
        <p>
          <WhichCustomers {...{ groupKey, stats, meta }} />
        </p>
        {compared !== null && (
          <div className="ml-auto">
            <ChangeNote
              current={stats.active_count}
              previous={stats.previous?.active_count}
              format={formatCount}
              compared={compared}
              explains={{ address: { figure: 'active_count', group: groupKey }, of }}
              brief
            />
          </div>
        )}
      </div>
    </>
  )
}

/** Where focus returns to when the group's panel closes. */
export function cardLinkId(groupKey: string): string {
  return `group-${groupKey}`
}

type WhichCustomersProps = Pick<GroupCardCustomersProps, 'groupKey' | 'stats' | 'meta'>

/** Of whom the card counts some, or who they are. */
function WhichCustomers({ groupKey, stats, meta: { activity, group_by } }: WhichCustomersProps) {
  const link = (figure: 'registered_count' | 'active_count', words: string, at: Moment = 'period') => (
    <Explained address={{ figure, at, group: groupKey }} of={stats.name} words={words}>
      {words}
    </Explained>
  )
  const registered = link('registered_count', `${formatCount(stats.registered_count)} registered`)
  if (activity === 'active') return <>of {registered}</>
  if (activity === 'inactive') return <>without an order, of {registered}</>
  if (activity === 'all')
    return (
      <>
        {link('active_count', formatQuantity(stats.active_count, 'active', 'active'))}, {registered}
      </>
    )
  // Grouped by new and returning, those of before are not those who are in the group now.
  if (group_by === 'visit') return <>came before and not back, of {registered}</>
  const before = formatCount(stats.previous?.active_count ?? 0)
  return <>not back, of {stats.previous ? link('active_count', `${before} before`, 'previous') : `${before} before`}</>
}
