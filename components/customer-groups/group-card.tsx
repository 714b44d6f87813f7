import clsx from 'clsx'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { showsOrders } from '@/lib/definitions'
import { CardTrend } from './card-trend'
import type { ComparedDays } from './compared-days'
import { GroupCardCustomers, GroupCardLink } from './group-card-head'
import { GroupLedger } from './group-ledger'
import { MixBar } from './mix-bar'

type GroupCardProps = {
  groupKey: string
  stats: GroupStats
  meta: GroupsAnswer['meta']
  digits: number
  tint: string
  open: boolean
  href: string
  scope: string
  compared: ComparedDays
  onOpen: () => void
  onApproach: () => void
}

/** One group's figures; the link in its head covers the whole card. */
export function GroupCard(props: GroupCardProps) {
  const { groupKey, stats, meta, digits, tint, open, href, scope, compared, onOpen, onApproach } = props
  return (
    <article
      onPointerEnter={onApproach}
      className={clsx(
        '@container relative overflow-hidden rounded-box border bg-surface p-4 pl-5 transition-colors duration-150',
        // On a phone cards stand below each other, and are laid out as they come into sight; without orders they are small.
        showsOrders(meta.activity) &&
          'not-print:max-md:[contain-intrinsic-size:auto_22rem] not-print:max-md:[content-visibility:auto]',
        'hover:border-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent has-[a:focus-visible]:outline-offset-2',
        open && 'border-(--tint) ring-(--tint) ring-1',
        tint,
      )}
    >
      <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-(--tint)" />
      <GroupCardLink name={stats.name} {...{ groupKey, href, open, onOpen, onApproach }} />
      <GroupCardCustomers {...{ groupKey, stats, meta, scope, compared }} />
      {showsOrders(meta.activity) && (
        <>
          <CardTrend groupKey={groupKey} name={stats.name} />
          <GroupLedger {...{ groupKey, stats, meta, digits, scope, compared }} />
          <MixBar stats={stats} of={{ group: groupKey, name: stats.name }} />
        </>
      )}
    </article>
  )
}
