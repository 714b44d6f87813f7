import { CalendarX2, FileUp } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type Activity, type MonthsPeriod, type Period, showsOrders } from '@/lib/definitions'
import { formatQuantity } from '@/lib/format/number'
import { PERIOD_WORDS } from '@/lib/format/words'
import type { Choices } from '@/lib/url/groups-url'

type GroupsEmptyProps = { answer: GroupsAnswer; params: GroupsParams; choose: (choices: Choices) => void }

/** Nothing to count: because nothing was ever recorded, or only under these choices. */
export function GroupsEmpty({ answer, params, choose }: GroupsEmptyProps) {
  if (answer.totals.customers > 0) return null
  const registered = answer.totals.registered_count
  const choicesHide = params.branch !== 'all' || params.order_type !== 'all' || params.as_of !== undefined
  return (
    <div className="mt-4">
      {registered === 0 && !choicesHide ? (
        <NothingRecorded />
      ) : (
        <NothingHere {...{ params, choose, registered, choicesHide }} />
      )}
    </div>
  )
}

function NothingRecorded() {
  return (
    <EmptyState icon={FileUp} title="Nothing is recorded yet">
      <p>Import customers and orders from CSV files, then refresh:</p>
      <code className="mt-3 block overflow-x-auto rounded bg-raised px-3 py-2 text-left font-mono text-ink text-xs">
        npm run import -- --customers customers.csv --orders orders.csv
      </code>
    </EmptyState>
  )
}

/** The period that is offered in place of one without an order. */
const LONGER: Record<Period, MonthsPeriod | null> = {
  '1month': '3months',
  '3months': '6months',
  '6months': '1year',
  '1year': null,
  this_month: '3months',
  last_calendar_month: '3months',
  this_year: '1year',
  custom: '6months',
}

type NothingHereProps = Omit<GroupsEmptyProps, 'answer'> & { registered: number; choicesHide: boolean }

function NothingHere({ params, choose, registered, choicesHide }: NothingHereProps) {
  const longer = LONGER[params.period]
  return (
    <EmptyState
      icon={CalendarX2}
      title="Nothing in this period"
      actions={
        <>
          {longer && showsOrders(params.activity) && (
            <button type="button" className={buttonStyle()} onClick={() => choose({ period: longer })}>
              Show the {PERIOD_WORDS[longer].toLowerCase()}
            </button>
          )}
          {params.activity !== 'all' && registered > 0 && (
            <button type="button" className={buttonStyle()} onClick={() => choose({ activity: 'all' })}>
              Show all registered customers
            </button>
          )}
          {choicesHide && (
            <button
              type="button"
              className={buttonStyle()}
              onClick={() => choose({ branch: 'all', order_type: 'all', as_of: null })}
            >
              Clear the filters
            </button>
          )}
        </>
      }
    >
      {WHY_EMPTY[params.activity]} {formatQuantity(registered, 'customer is', 'customers are')} registered.
    </EmptyState>
  )
}

const NO_ORDER = 'No order in these days under the chosen filters.'

const WHY_EMPTY: Record<Activity, string> = {
  active: NO_ORDER,
  all: NO_ORDER,
  inactive: 'Every registered customer has an order in this period.',
  not_back: 'Nobody who came in the period that it is compared with stayed away in this one.',
}
