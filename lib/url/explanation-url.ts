import { createSerializer } from 'nuqs/server'
import { type FigureAddress, toExplain } from '@/lib/customer-groups/explanation/address'
import { explainReaders } from '@/lib/customer-groups/explanation/address-readers'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type Choices, groupsHref, parserOf } from './groups-url'

export const explainParsers = {
  explain: parserOf(explainReaders.explain),
  explain_of: parserOf(explainReaders.explain_of).withDefault('all'),
  explain_at: parserOf(explainReaders.explain_at).withDefault('period'),
  explain_among: parserOf(explainReaders.explain_among).withDefault('group'),
  explain_customer: parserOf(explainReaders.explain_customer),
  explain_part: parserOf(explainReaders.explain_part),
  explain_as_of: parserOf(explainReaders.explain_as_of),
  explain_page: parserOf(explainReaders.explain_page).withDefault(1),
}
const serialize = createSerializer(explainParsers)

const API = '/api/customer-groups-data/explanation'
const serializeFigure = createSerializer({
  figure: explainParsers.explain,
  at: explainParsers.explain_at,
  among: explainParsers.explain_among,
  customer: explainParsers.explain_customer,
  part: explainParsers.explain_part,
})

/** The page as of a moment with one of its figures explained: a link that says the same later. */
export function explanationHref(
  pageHref: (choices: Choices) => string,
  params: GroupsParams,
  address: FigureAddress,
  asOf: string,
): string {
  return serialize(pageHref({ ...params, as_of: asOf }), toExplain(address, null))
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
  return serializeFigure(href, {
    figure,
    at: at ?? null,
    among: among ?? null,
    customer: customer ?? null,
    part: part ?? null,
  })
}
