import { type SQL, sql } from 'drizzle-orm'
import { visitsChange } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { CustomerSort } from '@/lib/definitions'
import type { Frame, Search } from './frame'
import { type ListFilters, passesFilters, visitOf } from './list-filters'

type ListOrder = Pick<GroupsParams, 'sort' | 'dir'>

/**
 * The members that are selected, in the group asked for or in all, as a CTE `selected` over `members`: what is listed and
 * how it is spread are read from them, so that the others are gone through once. Kept also where `matches` alone reads it:
 * an export's rows and their sums would each add all orders up.
 */
export function selectedCte({ groupRef }: Frame): SQL {
  return sql`selected as materialized (
    select * from members where is_selected and ${groupRef === null ? sql`true` : sql`members.group_ref = ${groupRef}`})`
}

/** Those of `selected` that a list shows, as a CTE `matches`: found, and passing the filters. All are not kept twice. */
export function matchesCte(frame: Frame, params: ListFilters): SQL {
  const conditions = [found(frame.search), passesFilters(frame, params)].filter((condition) => condition !== null)
  if (conditions.length === 0) return sql`matches as not materialized (select * from selected)`
  return sql`matches as (select * from selected where ${sql.join(conditions, sql` and `)})`
}

/** A JSON array of one page of `matches` with the customers' names and why they are there, in the order asked for. */
export function listedPage({ previous }: Frame, params: GroupsParams, placement: SQL): SQL {
  const skipped = (params.page - 1) * params.page_size
  return sql`
    select coalesce(json_agg(listed), '[]') from (
      select page.*, ${listedColumns}, ${visitOf(sql`page`, previous)} as visit,
        case when is_active then ${visitsChange} end as visits_change_minor, ${placement} as placement
      from (select * from matches as page order by ${listOrder(params)} limit ${params.page_size} offset ${skipped}) as page
      join ${customers} on ${customers.id} = page.id
      order by ${listOrder(params)}
    ) as listed`
}

/** The figures of everything in `matches`, not only of a page, as a SELECT of one JSON object. */
export const matchedFigures = sql`
  select json_build_object('customers', count(*), 'total_orders', coalesce(sum(total_orders), 0),
    'service_orders', coalesce(sum(service_orders), 0), 'sales_orders', coalesce(sum(sales_orders), 0),
    'consultation_orders', coalesce(sum(consultation_orders), 0), 'completed_orders', coalesce(sum(completed_orders), 0),
    'revenue_minor', coalesce(sum(revenue_minor), 0),
    'visits_change_minor', coalesce(sum(${visitsChange}) filter (where is_active), 0), 'previous_orders', coalesce(sum(previous_orders), 0),
    'previous_revenue_minor', coalesce(sum(previous_revenue_minor), 0))
  from matches`

/** What a list shows of a customer beside its figures: joined late, for the rows that are listed. */
export const listedColumns = sql`${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customers.phone}, ${customers.email}`

/** The sort asked for, then name and id, so that pages never overlap. Customers without an order stand last. */
export function listOrder({ sort, dir }: ListOrder): SQL {
  return sql`${SORTS[sort](dir === 'asc' ? sql`asc` : sql`desc`)}, page.sort_name, page.id`
}

const SORTS = {
  revenue: (dir) => sql`page.revenue_minor ${dir}, page.total_orders ${dir}`,
  orders: (dir) => sql`page.total_orders ${dir}, page.revenue_minor ${dir}`,
  last_order: (dir) => sql`page.last_order_at ${dir} nulls last`,
  name: (dir) => sql`page.sort_name ${dir}`,
  registered: (dir) => sql`page.registered_at ${dir}`,
  previous_revenue: (dir) => sql`page.previous_revenue_minor ${dir} nulls last, page.previous_orders ${dir} nulls last`,
} satisfies Record<CustomerSort, (dir: SQL) => SQL>

function found(search: Search | null): SQL | null {
  if (search === null) return null
  return sql`selected.id in (select ${customers.id} from ${customers} where ${searchTextMatches(search)})`
}

/** Whether a customer is found by a search. */
export function searchTextMatches({ text, digits }: Search): SQL {
  const like = (part: string) => sql`${customers.searchText} like ${containing(part)}`
  return digits === null ? like(text) : sql`(${like(text)} or ${like(digits)})`
}

/** The pattern of LIKE for a text anywhere in another. */
export function containing(text: string): string {
  return `%${escapeLike(text)}%`
}

/** The wildcards of LIKE, and its escape character, as plain characters. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
