import { CustomerList } from '@/components/customer-groups/list/customer-list'
import { CustomerListSkeleton } from '@/components/customer-groups/list/customer-list-skeleton'
import type { ListChoices } from '@/components/customer-groups/list/list-choices'
import { NotBackLink } from '@/components/customer-groups/list/not-back-link'
import { TopCustomers } from '@/components/customer-groups/list/top-customers'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { Business } from '@/lib/business'
import type { GroupDetails, GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { showsOrders } from '@/lib/definitions'
import { AbsentFigures } from './absent-figures'
import { GroupFigures } from './group-figures'
import { GroupSpread } from './group-spread'

export type GroupPanelBodyProps = {
  stats: GroupStats
  meta: GroupsAnswer['meta']
  list: GroupDetails | null
  failure: Error | null
  business: Business
  choices: ListChoices
  onRetry: () => void
}

/** What the panel of an open group holds below its header. */
export function GroupPanelBody({ stats, meta, list, failure, business, choices, onRetry }: GroupPanelBodyProps) {
  const groupKey = choices.params.group
  return (
    <>
      <div className="grid grid-cols-1 gap-6 px-4 py-5 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {showsOrders(meta.activity) ? (
            <>
              <GroupFigures
                {...{ groupKey, stats, meta }}
                spread={list?.spread ?? null}
                digits={business.currencyDigits}
              />
              {(list || !failure) && <GroupSpread {...{ groupKey, stats }} spread={list?.spread ?? null} />}
            </>
          ) : (
            <AbsentFigures groupKey={groupKey} stats={stats} activity={meta.activity} />
          )}
          <NotBackLink stats={stats} choices={choices} />
        </div>
        <TopCustomers {...{ groupKey, stats, business }} profileHref={choices.profileHref} />
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
    </>
  )
}
