import { type FigureAddress, toExplain } from '@/lib/customer-groups/explanation/address'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type Choices, groupsHref } from './groups-url'
import { setInQuery } from './set-in-query'

/** What is meant where the address says nothing. */
export const EXPLAIN_DEFAULTS = {
  explain_of: 'all',
  explain_at: 'period',
  explain_among: 'group',
  explain_page: 1,
} as const

const API = '/api/customer-groups-data/explanation'
const FIGURE_DEFAULTS = { at: 'period', among: 'group' } as const

/** The page as of a moment with one of its figures explained: a link that says the same later. */
export function explanationHref(
  pageHref: (choices: Choices) => string,
  params: GroupsParams,
  address: FigureAddress,
  asOf: string,
): string {
  return setInQuery(pageHref({ ...params, as_of: asOf }), toExplain(address, null), EXPLAIN_DEFAULTS)
}

/** What narrows a list alone: other figures have one explanation, whatever the list shows. */
const OF_THE_LIST = {
  q: null,
  min_orders: null,
  revenue_from: null,
  revenue_to: null,
  last_order_before: null,
  visits: null,
  vehicle: null,
} satisfies Choices

/** The API's address for a page of a figure's explanation. */
export function explanationApiHref(params: GroupsParams, address: FigureAddress, asOf: string, page: number): string {
  const { group, figure, at, among, customer, part } = address
  const asked = { ...params, ...(among !== 'list' && OF_THE_LIST), group, as_of: asOf, page }
  const href = groupsHref(API, { ...asked, sort: null, dir: null, page_size: null })
  return setInQuery(
    href,
    {
      figure,
      at: at ?? null,
      among: among ?? null,
      customer: customer ?? null,
      part: part ?? null,
    },
    FIGURE_DEFAULTS,
  )
}
