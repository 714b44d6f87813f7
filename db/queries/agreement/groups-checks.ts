import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import type { Frame } from '@/db/queries/frame'
import type { Check } from '@/lib/agreement/contract'
import { amountsAgree, countsAgree, type Pair, sum, toMinor } from '@/lib/agreement/judge'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { GROUPINGS } from '@/lib/definitions'

/** The page under one grouping: what it was asked for, how it is called, and what it answers. */
export type View = { key: string; words: string; params: GroupsParams; answer: GroupsAnswer }

/** Every grouping; the usual one first. */
export type Views = readonly [View, ...View[]]

const WORDS: Record<string, string> = {
  type: 'by customer type',
  type_then: 'by type at the order’s time',
  recency: 'by recency band',
  rfm: 'by RFM segment',
  branch: 'by branch',
  visit: 'by new and returning',
}

/** The answers of every grouping at one moment. */
export async function readViews(db: Database, scope: Scope, frame: Frame): Promise<Views> {
  const read = async (key: string, asked: Partial<GroupsParams>): Promise<View> => {
    const params = groupsParamsSchema.parse({ ...asked, as_of: frame.asOf })
    return { key, words: WORDS[key] ?? key, params, answer: await getCustomerGroups(db, scope, params) }
  }
  const views: [View, ...View[]] = [await read('type', { group_by: 'type' })]
  for (const group_by of GROUPINGS) if (group_by !== 'type') views.push(await read(group_by, { group_by }))
  views.push(await read('type_then', { group_by: 'type', group_at: 'order' }))
  return views
}

/** Groups add up to totals, which are the same by every grouping; new and returning to active, types of orders to orders. */
export function groupsChecks(views: Views, { currencyDigits: digits }: Frame): Check[] {
  return [
    ...views.flatMap((view) => totalsChecks(view, digits)),
    ...groupingChecks(views, digits),
    countsAgree(
      {
        key: 'new-and-returning',
        title: 'New and returning customers are the active ones',
        left: 'new and returning',
        right: 'active customers',
      },
      eachGroup(views, (group) => ({
        left: group.new_customers + group.returning_customers,
        right: group.active_count,
      })),
    ),
    countsAgree(
      {
        key: 'order-types',
        title: 'Service, sales and consultation are all orders',
        left: 'service, sales and consultation',
        right: 'orders',
      },
      eachGroup(views, (group) => ({
        left: group.service_orders + group.sales_orders + group.consultation_orders,
        right: group.total_orders,
      })),
    ),
  ]
}

/** What is true of each group of each view; all groups of the usual view together stand first. */
function eachGroup(views: Views, pairOf: (group: GroupStats) => Pair): [Pair, ...Pair[]] {
  const pairs = views.flatMap(({ answer, words }) =>
    Object.values(answer.groups).map((group) => ({ ...pairOf(group), of: `${group.name}, ${words}` })),
  )
  const usual = Object.values(views[0].answer.groups).map(pairOf)
  return [{ left: sum(usual.map(({ left }) => left)), right: sum(usual.map(({ right }) => right)) }, ...pairs]
}

/** A customer in several groups counts in each, so that overlapping groups add up for orders and revenue alone. */
function totalsChecks({ key, words, answer: { groups, totals, meta } }: View, digits: number): Check[] {
  const all = Object.values(groups)
  const sides = { left: 'all groups', right: 'the totals' }
  const named = (measure: string) => ({
    key: `totals-${key}-${measure}`,
    title: `Groups ${words} add up to the totals: ${measure}`,
    ...sides,
  })
  const customers = { left: sum(all.map((group) => group.customer_count)), right: totals.customers }
  const orders = { left: sum(all.map((group) => group.total_orders)), right: totals.orders }
  const revenue = {
    left: sum(all.map((group) => toMinor(group.total_revenue, digits))),
    right: toMinor(totals.revenue, digits),
  }
  return [
    ...(meta.groups_overlap ? [] : [countsAgree(named('customers'), [customers])]),
    countsAgree(named('orders'), [orders]),
    amountsAgree(named('revenue'), [revenue], digits),
  ]
}

/** Whatever customers are grouped by, all of them together are the same. */
function groupingChecks(views: Views, digits: number): Check[] {
  const totals = views[0].answer.totals
  const [usual, ...others] = views
  const pairs = (figure: (of: typeof totals) => number): [Pair, ...Pair[]] => {
    const pairOf = ({ answer, words }: View) => ({ of: words, left: figure(answer.totals), right: figure(totals) })
    return [{ ...pairOf(usual), of: undefined }, ...others.map(pairOf)]
  }
  const named = (measure: string) => ({
    key: `groupings-${measure}`,
    title: `The totals are the same by every grouping: ${measure}`,
    left: 'the totals',
    right: 'the totals by customer type',
  })
  return [
    countsAgree(
      named('customers'),
      pairs((of) => of.customers),
    ),
    countsAgree(
      named('orders'),
      pairs((of) => of.orders),
    ),
    amountsAgree(
      named('revenue'),
      pairs((of) => toMinor(of.revenue, digits)),
      digits,
    ),
  ]
}
