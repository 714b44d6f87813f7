import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { CustomerList } from '@/components/customer-groups/list/customer-list'
import { CustomerListSkeleton } from '@/components/customer-groups/list/customer-list-skeleton'
import type { ListChoices } from '@/components/customer-groups/list/list-choices'
import { NotBackLink } from '@/components/customer-groups/list/not-back-link'
import { TopCustomers } from '@/components/customer-groups/list/top-customers'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { Business } from '@/lib/business'
import type { GroupDetails, GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { showsOrders } from '@/lib/definitions'
import { formatQuantity } from '@/lib/format/number'
import { AbsentFigures } from './absent-figures'
import { GroupFigures } from './group-figures'
import { GroupSpread } from './group-spread'

type GroupPanelProps = {
  stats: GroupStats
  meta: GroupsAnswer['meta']
  list: GroupDetails | null
  failure: Error | null
  busy: boolean
  business: Business
  choices: ListChoices
  tint: string
  panelRef: RefObject<HTMLElement | null>
  onRetry: () => void
  onClose: () => void
}

/** The open group: its figures, and the customers that they are made of. */
export function GroupPanel(props: GroupPanelProps) {
  const { stats, meta, list, failure, busy, business, choices, tint, panelRef, onRetry, onClose } = props
  const groupKey = choices.params.group
  return (
    <section
      ref={panelRef}
      tabIndex={-1}
      aria-labelledby="panel-heading"
      aria-busy={busy}
      className={`${tint} @container mt-4 scroll-mt-16 rounded-box border bg-surface outline-none md:scroll-mt-3 print:break-before-page`}
    >
      <header className="sticky top-14 z-20 flex min-h-14 items-center gap-3 rounded-t-box border-(--tint) border-t-3 bg-surface px-4 shadow-[0_1px_0_var(--line)] md:top-0 print:static">
        <h2 id="panel-heading" className="truncate font-semibold text-lg tracking-tight">
          <bdi>{stats.name}</bdi>
        </h2>
        <p className="whitespace-nowrap text-ink-soft text-sm">{formatQuantity(stats.customer_count, 'customer')}</p>
        <button
          type="button"
          onClick={onClose}
          aria-label={`Close ${stats.name}`}
          title="Close (Esc)"
          className={buttonStyle('quiet', '-mr-2 ml-auto w-10 px-0')}
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </header>
      <div className="grid grid-cols-1 gap-6 px-4 py-5 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {showsOrders(meta.activity) ? (
            <>
              <GroupFigures
                {...{ groupKey, stats, meta }}
                spread={list?.spread ?? null}
                digits={business.currencyDigits}
              />
              <GroupSpread stats={stats} spread={list?.spread ?? null} />
            </>
          ) : (
            <AbsentFigures groupKey={groupKey} stats={stats} activity={meta.activity} />
          )}
          <NotBackLink stats={stats} choices={choices} />
        </div>
        <TopCustomers stats={stats} business={business} profileHref={choices.profileHref} />
      </div>
      {failure ? (
        <FailureNotice title={`The customers of ${stats.name} could not be loaded`} onRetry={onRetry} className="m-4">
          {failure.message}
        </FailureNotice>
      ) : list ? (
        <CustomerList list={list} from={meta.from} business={business} choices={choices} />
      ) : (
        <CustomerListSkeleton rows={Math.min(choices.params.page_size, stats.customer_count)} />
      )}
    </section>
  )
}
