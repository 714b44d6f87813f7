import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { Day } from '@/components/ui/day'
import { ShortText } from '@/components/ui/short-text'
import { SignedAmount } from '@/components/ui/signed-amount'
import type { Business } from '@/lib/business'
import type { Matched } from '@/lib/customer-groups/contract'
import type { ListColumn } from '@/lib/customer-groups/list-columns'
import { valueChange } from '@/lib/customer-groups/value-change'
import { describeChange } from '@/lib/format/change'
import { VISIT_WORDS } from '@/lib/format/filter-words'
import { LIST_COLUMN_WORDS } from '@/lib/format/list-words'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { placementInWords } from '@/lib/format/placement-words'
import { shareOf } from '@/lib/format/share'
import { ORDER_TYPE_SHORT_WORDS } from '@/lib/format/words'
import { CustomerCell } from './customer-cell'
import type { Among, CustomerColumn } from './customer-columns'
import { type CountedColumn, explainedIn } from './explained-cell'

const NOTHING = <ShortText>{null}</ShortText>

export type CellFrame = {
  business: Business
  profileHref: (customerId: string) => string
  groupKey: string
  groupName: string
  /** The whole group's revenue, of which each customer has a share, and the beginning of the period. */
  groupRevenue: number
  from: string
  /** True where everybody in the list was active in both periods. */
  bothPeriods: boolean
}

type Changed = Pick<Matched, 'revenue' | 'previous_revenue' | 'visits_change'>

/** Every column that the list of a group's customers can show. */
export function customerCells(frame: CellFrame): Record<ListColumn, CustomerColumn> {
  const { business, profileHref, groupName, groupRevenue, from, bothPeriods } = frame
  const counted = countedIn(frame)
  const explained = explainedIn(frame)
  const { currency, currencyDigits, timeZone } = business
  const inDigits = (value: number) => formatDecimal(value, currencyDigits)
  const amount = (value: number) => <Amount value={value} digits={currencyDigits} />
  const money = (name: 'revenue' | 'previous_revenue'): CustomerColumn => ({
    heading: `${LIST_COLUMN_WORDS[name]}, ${currency}`,
    align: 'end',
    wide: 'phone',
    cell: (customer) => explained(name, customer, customer[name], inDigits, amount),
    total: (figures, among) => explained(name, among, figures[name], inDigits, amount),
  })
  const signed = (change: number) => <SignedAmount change={change} digits={currencyDigits} />
  // Those who were away in one of the periods have no part in it, so that sums are told of the others alone.
  const changed = (
    name: 'visits_change' | 'value_change',
    changeOf: (figures: Changed) => number | null,
  ): CustomerColumn => ({
    align: 'end',
    wide: 'phone',
    cell: (customer) => explained(name, customer, changeOf(customer), inDigits, signed),
    ...(bothPeriods && {
      total: (figures: Matched, among: Among) => explained(name, among, changeOf(figures), inDigits, signed),
    }),
  })
  const share = (revenue: number) => shareOf(revenue, groupRevenue)
  return {
    name: { cell: (customer) => <CustomerCell customer={customer} href={profileHref(customer.id)} /> },
    registered: {
      spare: 'narrower',
      wide: 'small phone',
      cell: (customer) => <Day at={customer.registered_at} timeZone={timeZone} />,
    },
    orders: counted('total_orders'),
    service: counted('service_orders'),
    sales: counted('sales_orders'),
    consultation: { ...counted('consultation_orders'), heading: ORDER_TYPE_SHORT_WORDS.consultation },
    completed: { ...counted('completed_orders'), spare: 'narrow' },
    revenue: money('revenue'),
    share: {
      align: 'end',
      cell: (customer) => explained('share', customer, customer.revenue, share, share),
      total: ({ revenue }, among) =>
        among === 'list' ? explained('share', among, revenue, share, share) : share(revenue),
    },
    previous_orders: counted('previous_orders'),
    previous_revenue: money('previous_revenue'),
    change: {
      align: 'end',
      // Nothing where nothing is compared.
      cell: (customer) => {
        const { revenue, previous_revenue: before } = customer
        const words = () => changeOf(revenue, before ?? 0, currencyDigits)
        return explained('change', customer, before === null ? null : revenue, words, () => shortWords(words()))
      },
    },
    visits_change: changed('visits_change', (customer) => customer.visits_change),
    value_change: changed('value_change', (figures) => valueChange(figures, currencyDigits)),
    last_order: {
      align: 'end',
      wide: 'phone',
      cell: (customer) => <Day at={customer.last_order_date} timeZone={timeZone} />,
    },
    visit: { cell: ({ visit }) => shortWords(visit && VISIT_WORDS[visit]) },
    placement: {
      spare: 'narrower',
      wide: 'phone',
      cell: ({ placement }) => (
        <span className="block text-ink-soft text-xs leading-4 md:min-w-28">
          {placementInWords(placement, { groupName, from, business })}
        </span>
      ),
    },
  }
}

/** A column of counts: the figure of each customer and of all. */
function countedIn(frame: CellFrame) {
  const explained = explainedIn(frame)
  return (name: CountedColumn): CustomerColumn => ({
    align: 'end',
    cell: (customer) => explained(name, customer, customer[name], formatCount, formatCount),
    total: (figures, among) => explained(name, among, figures[name], formatCount, formatCount),
  })
}

function changeOf(current: number, previous: number, digits: number): string {
  return describeChange(current, previous, (value) => formatDecimal(value, digits)).words
}

function shortWords(words: string | null): ReactNode {
  return words === null ? NOTHING : <span className="whitespace-nowrap">{words}</span>
}
