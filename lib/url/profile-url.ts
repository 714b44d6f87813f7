import type { ProfileParams } from '@/lib/customers/contract'
import { profileParamsSchema } from '@/lib/customers/contract'
import { groupsHref, readGroupsUrl } from './groups-url'

/** The page of a profile's orders has a name of its own: `page` is the list's, to which the way back leads. */
const ORDERS_PAGE = 'orders_page'

/** Reads a profile's query leniently: the window and filters that it was opened under, and the page of its orders. */
export function readProfileUrl(searchParams: URLSearchParams): ProfileParams {
  const { period, order_type, branch, as_of } = readGroupsUrl(searchParams)
  const page = profileParamsSchema.shape.page.safeParse(searchParams.get(ORDERS_PAGE) ?? undefined).data ?? 1
  const params = { period, order_type, branch, page, page_size: profileParamsSchema.parse({}).page_size }
  return as_of === undefined ? params : { ...params, as_of }
}

/** The groups page as it was left. */
export function hrefBackToGroups(searchParams: URLSearchParams): string {
  return groupsHref('/customer-groups', readGroupsUrl(searchParams))
}

/** A profile under the choices of the groups page, at a page of its orders. */
export function profileHref(id: string, searchParams: URLSearchParams, ordersPage = 1): string {
  const kept = groupsHref('', readGroupsUrl(searchParams))
  const page = ordersPage === 1 ? '' : `${kept === '' ? '?' : '&'}${ORDERS_PAGE}=${ordersPage}`
  return `/customers/${id}${kept}${page}`
}
