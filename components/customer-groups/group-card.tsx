import clsx from 'clsx'
import type { MouseEvent } from 'react'
import { LiveFigure } from '@/components/ui/live-figure'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { formatCount, formatQuantity } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import { GroupLedger } from './group-ledger'
import { MixBar } from './mix-bar'

export type GroupCardProps = {
  groupKey: string
  stats: GroupStats
  meta: GroupsAnswer['meta']
  digits: number
  tint: string
  open: boolean
  href: string
  scope: string
  previousDays: string
  onOpen: () => void
  onApproach: () => void
}

/** One group's figures. The whole card is one real link: a plain click opens the list here, any other click a page. */
export function GroupCard(props: GroupCardProps) {
  const { groupKey, stats, meta, digits, tint, open, href, scope, previousDays, onOpen, onApproach } = props
  const compared = meta.activity !== 'inactive'
  return (
    <article
      onPointerEnter={onApproach}
      className={clsx(
        'group/card @container relative overflow-hidden rounded-box border bg-surface p-4 pl-5 transition-colors duration-150',
        'hover:border-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent has-[a:focus-visible]:outline-offset-2',
        open && 'border-(--tint) ring-(--tint) ring-1',
        tint,
      )}
    >
      <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-(--tint)" />
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
          <bdi>{stats.name}</bdi>
        </a>
      </h3>
      <p className="mt-2 font-semibold text-[1.75rem] tabular-nums leading-none tracking-tight">
        <LiveFigure value={stats.customer_count} scope={scope}>
          {formatCount(stats.customer_count)}
        </LiveFigure>
        <span className="ml-1.5 font-normal text-ink-soft text-sm tracking-normal">
          {stats.customer_count === 1 ? 'customer' : 'customers'}
        </span>
      </p>
      <div className="mt-1 flex flex-wrap justify-between gap-x-3 text-ink-soft text-xs leading-5">
        <p>{whichCustomers(stats, meta.activity)}</p>
        {compared && (
          <ChangeNote
            current={stats.active_count}
            previous={stats.previous.active_count}
            previousText={formatCount(stats.previous.active_count)}
            previousDays={previousDays}
            onHover
            className="flex-row-reverse"
          />
        )}
      </div>
      <GroupLedger {...{ stats, currency: meta.currency, digits, scope, previousDays, compared }} />
      <MixBar stats={stats} />
    </article>
  )
}

/** Where focus returns to when the group's panel closes. */
export function cardLinkId(groupKey: string): string {
  return `group-${groupKey}`
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

function whichCustomers(stats: GroupStats, activity: GroupsAnswer['meta']['activity']): string {
  const registered = `${formatCount(stats.registered_count)} registered`
  if (activity === 'active') return `of ${registered}`
  if (activity === 'inactive') return `without an order, of ${registered}`
  return `${formatQuantity(stats.active_count, 'active', 'active')}, ${registered}`
}
