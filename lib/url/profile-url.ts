import type { ProfileParams } from '@/lib/customers/contract'
import { profileParamsSchema } from '@/lib/customers/contract'
import { CUSTOMERS_PATH } from './customers-url'
import { groupsPageQuery, readGroupsUrl, readGroupsView } from './groups-url'
import { ORDERS_PATH } from './orders-url'

/** The page of a profile's orders has a name of its own: `page` is the list's, to which the way back leads. */
const ORDERS_PAGE = 'orders_page'
const FROM = 'from'

/** Reads a profile's query leniently: the window and filters that it was opened under, and the page of its orders. */
export function readProfileUrl(searchParams: URLSearchParams): ProfileParams {
  const { period, from, to, compare, order_type, branch, as_of } = readGroupsUrl(searchParams)
  const page = profileParamsSchema.shape.page.safeParse(searchParams.get(ORDERS_PAGE) ?? undefined).data ?? 1
  const { page_size } = profileParamsSchema.parse({})
  return { period, from, to, compare, order_type, branch, as_of, page, page_size }
}

/** Where a profile was opened from, and what that is called. */
export type WayBack = { href: string; name: string }

const LISTS = {
  customers: { href: CUSTOMERS_PATH, name: 'Customers' },
  orders: { href: ORDERS_PATH, name: 'Orders' },
} satisfies Record<string, WayBack>
type ListName = keyof typeof LISTS

/** The list that a profile says that it was opened from, else the groups page as it was left. */
export function wayBack(searchParams: URLSearchParams): WayBack {
  const list = listOf(searchParams)
  return list ? LISTS[list] : { href: `/customer-groups${groupsQuery(searchParams)}`, name: 'Customer groups' }
}

/** A profile that leads back to a list of all. */
export function profileFrom(list: ListName, id: string): string {
  return `/customers/${id}?${FROM}=${list}`
}

function listOf(searchParams: URLSearchParams): ListName | null {
  const from = searchParams.get(FROM)
  const isList = from === 'customers' || from === 'orders'
  return isList && groupsQuery(searchParams) === '' ? from : null
}

const groupsQuery = (searchParams: URLSearchParams) =>
  groupsPageQuery(readGroupsUrl(searchParams), readGroupsView(searchParams))

/** A profile under the choices of the groups page or from a list, at a page of its orders. */
export function profileHref(id: string, searchParams: URLSearchParams, ordersPage = 1): string {
  const list = listOf(searchParams)
  const kept = list ? `?${FROM}=${list}` : groupsQuery(searchParams)
  const page = ordersPage === 1 ? '' : `${kept === '' ? '?' : '&'}${ORDERS_PAGE}=${ordersPage}`
  return `/customers/${id}${kept}${page}`
}
