import Link from 'next/link'
import { Amount } from '@/components/ui/amount'
import { Day } from '@/components/ui/day'
import { ShortText } from '@/components/ui/short-text'
import type { Business } from '@/lib/business'
import type { CustomerColumn, CustomerListSort, ListedCustomer } from '@/lib/customers/list'
import { CUSTOMER_COLUMN_WORDS } from '@/lib/format/list-words'
import { formatCount } from '@/lib/format/number'
import { profileFrom } from '@/lib/url/profile-url'
import { GroupBadge } from './group-badge'
import type { ListColumn } from './list-column'

type Columns = Record<CustomerColumn, ListColumn<ListedCustomer, CustomerListSort>>

/** Every column that the list of customers can show. Orders, revenue and last order are of counted orders, ever. */
export function customerListColumns(business: Business, shown: readonly CustomerColumn[]): Columns {
  const { timeZone, currency, currencyDigits } = business
  const label = CUSTOMER_COLUMN_WORDS
  const organizationShown = shown.includes('organization')
  return {
    name: {
      label: label.name,
      sort: { by: 'name', first: 'asc' },
      className: 'md:min-w-44 md:max-w-72',
      cell: (customer) => <NameCell customer={customer} organizationShown={organizationShown} />,
    },
    organization: {
      label: label.organization,
      className: TEXT,
      cell: (row) => <ShortText>{row.organization_name}</ShortText>,
    },
    group: { label: label.group, className: 'md:max-w-40', cell: ({ group }) => <GroupBadge group={group} /> },
    phone: {
      label: label.phone,
      className: 'md:whitespace-nowrap',
      cell: ({ phone }) => <ShortText>{phone}</ShortText>,
    },
    email: { label: label.email, className: TEXT, cell: ({ email }) => <ShortText>{email}</ShortText> },
    branch: {
      label: label.branch,
      className: 'md:max-w-40 md:truncate',
      cell: (row) => <bdi>{row.home_branch.name}</bdi>,
    },
    registered: {
      label: label.registered,
      sort: { by: 'registered', first: 'desc' },
      cell: (row) => <Day at={row.registered_at} timeZone={timeZone} />,
    },
    last_order: {
      label: label.last_order,
      sort: { by: 'last_order', first: 'desc' },
      cell: (row) => <Day at={row.last_order_date} timeZone={timeZone} />,
    },
    orders: { label: label.orders, align: 'end', cell: (row) => formatCount(row.total_orders) },
    revenue: {
      label: label.revenue,
      heading: `${label.revenue}, ${currency}`,
      align: 'end',
      cell: ({ revenue }) => <Amount value={revenue} digits={currencyDigits} />,
    },
    code: { label: label.code, className: TEXT, cell: (row) => <ShortText>{row.external_id}</ShortText> },
  }
}

const TEXT = 'md:min-w-36 md:max-w-52'

/** Who the row is of; the link covers all of it. */
function NameCell({ customer, organizationShown }: { customer: ListedCustomer; organizationShown: boolean }) {
  return (
    <>
      <Link
        href={profileFrom('customers', customer.id)}
        prefetch={false}
        className="font-medium after:absolute after:inset-0"
      >
        <bdi className="wrap-anywhere line-clamp-2">{customer.full_name}</bdi>
      </Link>
      {!organizationShown && customer.organization_name !== null && (
        <span className="block truncate text-ink-soft text-xs">
          <bdi>{customer.organization_name}</bdi>
        </span>
      )}
    </>
  )
}
