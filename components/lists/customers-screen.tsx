import { UserRoundPlus } from 'lucide-react'
import Link from 'next/link'
import { RubbishNotice } from '@/components/customer-groups/groups-notices'
import { buttonStyle } from '@/components/ui/button-style'
import type { Business } from '@/lib/business'
import { CUSTOMER_COLUMNS, type CustomersPage, type CustomersParams, customersParamsSchema } from '@/lib/customers/list'
import { CUSTOMER_COLUMN_WORDS } from '@/lib/format/list-words'
import { formatQuantity } from '@/lib/format/number'
import { may } from '@/lib/roles'
import type { SignedIn } from '@/lib/signed-in'
import { CUSTOMERS_PATH, customersExportHref, customersHref } from '@/lib/url/customers-url'
import type { ListUrl } from '@/lib/url/list-url'
import { CUSTOMER_SORT_CHOICES, customerFields } from './customer-fields'
import { customerListColumns } from './customer-list-columns'
import { ListBox } from './list-box'
import { ListColumnChoice } from './list-column-choice'
import { ListControls } from './list-controls'
import { ListEmpty } from './list-empty'
import { ListHeading } from './list-heading'
import { ListTable } from './list-table'
import { countSet, type RecordChoices } from './record-fields'

type CustomersScreenProps = {
  url: ListUrl<CustomersParams>
  list: CustomersPage
  business: Business
  choices: RecordChoices
  person: SignedIn
}

const ALL_COLUMNS = CUSTOMER_COLUMNS.map((name) => ({ name, label: CUSTOMER_COLUMN_WORDS[name] }))
const USUAL_COLUMNS = customersParamsSchema.parse({}).columns

/** All customers that the person may see: searched, filtered, sorted and paged by the server. */
export function CustomersScreen({ url: { params, rubbish }, list, business, choices, person }: CustomersScreenProps) {
  const { sort, dir, columns } = params
  const fields = customerFields(choices, person)
  const filterCount = countSet(fields, params)
  const filtered = filterCount > 0 || params.q !== ''
  const clearHref = customersHref({ sort, dir, columns })
  const pageHref = (page: number) => customersHref({ ...params, page })
  const shown = customerListColumns(business, columns)
  const register = may(person.role, 'enter') && (
    <Link href="/customers/new" className={buttonStyle('primary')}>
      <UserRoundPlus aria-hidden="true" className="size-4" />
      Register a customer
    </Link>
  )
  return (
    <>
      <ListHeading
        title="Customers"
        count={formatQuantity(list.page.total, 'customer')}
        person={person}
        exportHref={customersExportHref(params)}
      >
        {register}
      </ListHeading>
      <ListControls
        path={CUSTOMERS_PATH}
        search={{ label: 'Search the customers', placeholder: 'Name, phone, plate …' }}
        fields={fields}
        sorts={CUSTOMER_SORT_CHOICES}
        filterCount={filterCount}
        clearHref={filtered ? clearHref : null}
        kept={{ sort, dir, columns: columns.join() }}
      >
        <ListColumnChoice path={CUSTOMERS_PATH} all={ALL_COLUMNS} shown={columns} usual={USUAL_COLUMNS} />
      </ListControls>
      <RubbishNotice rubbish={rubbish} />
      {list.customers.length > 0 ? (
        <ListBox page={list.page} pageHref={pageHref}>
          <ListTable
            caption="Customers"
            columns={columns.map((name) => shown[name])}
            rows={list.customers}
            sort={sort}
            dir={dir}
            sortHref={(by, direction) => customersHref({ ...params, sort: by, dir: direction, page: 1 })}
          />
        </ListBox>
      ) : (
        <ListEmpty
          page={list.page}
          noun="customer"
          filtered={filtered}
          clearHref={clearHref}
          pageHref={pageHref}
          searched="Names, organisations, e-mails, phones, plates and codes are searched."
          begin={register}
        />
      )}
    </>
  )
}
