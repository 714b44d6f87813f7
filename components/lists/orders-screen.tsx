import { ClipboardPlus } from 'lucide-react'
import Link from 'next/link'
import { RubbishNotice } from '@/components/customer-groups/groups-notices'
import { buttonStyle } from '@/components/ui/button-style'
import type { Business } from '@/lib/business'
import { ORDER_COLUMN_WORDS } from '@/lib/format/list-words'
import { formatQuantity } from '@/lib/format/number'
import { ORDER_COLUMNS, type OrdersPage, type OrdersParams, ordersParamsSchema } from '@/lib/orders/list'
import { may } from '@/lib/roles'
import type { SignedIn } from '@/lib/signed-in'
import type { ListUrl } from '@/lib/url/list-url'
import { ORDERS_PATH, ordersExportHref, ordersHref } from '@/lib/url/orders-url'
import { ListBox } from './list-box'
import { ListColumnChoice } from './list-column-choice'
import { ListControls } from './list-controls'
import { ListEmpty } from './list-empty'
import { ListHeading } from './list-heading'
import { ListTable } from './list-table'
import { ORDER_SORT_CHOICES, orderFields } from './order-fields'
import { orderListColumns } from './order-list-columns'
import { OrdersTotals } from './orders-totals'
import { countSet, type RecordChoices } from './record-fields'

type OrdersScreenProps = {
  url: ListUrl<OrdersParams>
  list: OrdersPage
  business: Business
  choices: RecordChoices
  person: SignedIn
}

const ALL_COLUMNS = ORDER_COLUMNS.map((name) => ({ name, label: ORDER_COLUMN_WORDS[name] }))
const USUAL_COLUMNS = ordersParamsSchema.parse({}).columns

/** All orders that the person may see: searched, filtered, sorted and paged by the server. */
export function OrdersScreen({ url: { params, rubbish }, list, business, choices, person }: OrdersScreenProps) {
  const { sort, dir, columns } = params
  const fields = orderFields(choices, person)
  const filterCount = countSet(fields, params)
  const filtered = filterCount > 0 || params.q !== ''
  const clearHref = ordersHref({ sort, dir, columns })
  const pageHref = (page: number) => ordersHref({ ...params, page })
  const shown = orderListColumns(business)
  const take = may(person.role, 'enter') && (
    <Link href="/orders/new" className={buttonStyle('primary')}>
      <ClipboardPlus aria-hidden="true" className="size-4" />
      New order
    </Link>
  )
  return (
    <>
      <ListHeading
        title="Orders"
        count={formatQuantity(list.page.total, 'order')}
        person={person}
        exportHref={ordersExportHref(params)}
      >
        {take}
      </ListHeading>
      <ListControls
        path={ORDERS_PATH}
        search={{ label: 'Search the orders', placeholder: 'Customer, plate, code, description …' }}
        fields={fields}
        sorts={ORDER_SORT_CHOICES}
        filterCount={filterCount}
        clearHref={filtered ? clearHref : null}
        kept={{ sort, dir, columns: columns.join() }}
      >
        <ListColumnChoice path={ORDERS_PATH} all={ALL_COLUMNS} shown={columns} usual={USUAL_COLUMNS} />
      </ListControls>
      <RubbishNotice rubbish={rubbish} />
      {list.orders.length > 0 ? (
        <ListBox page={list.page} pageHref={pageHref}>
          <ListTable
            caption="Orders"
            columns={columns.map((name) => shown[name])}
            rows={list.orders}
            sort={sort}
            dir={dir}
            sortHref={(by, direction) => ordersHref({ ...params, sort: by, dir: direction, page: 1 })}
            footer={<OrdersTotals list={list} columns={columns.length} business={business} />}
          />
        </ListBox>
      ) : (
        <ListEmpty
          page={list.page}
          noun="order"
          filtered={filtered}
          clearHref={clearHref}
          pageHref={pageHref}
          searched="Customers, their plates and phones, codes and descriptions of orders are searched."
          begin={take}
        />
      )}
    </>
  )
}
