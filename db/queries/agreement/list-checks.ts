import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import type { Frame } from '@/db/queries/frame'
import type { Check } from '@/lib/agreement/contract'
import { amountsAgree, countsAgree, type Pair, sum, toMinor } from '@/lib/agreement/judge'
import type { GroupStats, Matched } from '@/lib/customer-groups/contract'
import type { Views } from './groups-checks'

type Opened = { name: string; card: GroupStats; matched: Matched }

/** The open list of each group of the usual view adds up to the group's card. */
export async function listChecks(db: Database, scope: Scope, [usual]: Views, frame: Frame): Promise<Check[]> {
  const digits = frame.currencyDigits
  const opened: Opened[] = []
  for (const [group, card] of Object.entries(usual.answer.groups)) {
    const { group_details } = await getCustomerGroups(db, scope, { ...usual.params, group, page_size: 1 })
    if (group_details) opened.push({ name: card.name, card, matched: group_details.matched })
  }
  const pairs = (pairOf: (opened: Opened) => Pair) => withAll(opened.map((one) => ({ ...pairOf(one), of: one.name })))
  const named = (measure: string) => ({
    key: `list-${measure}`,
    title: `The list of each group adds up to its card: ${measure}`,
    left: 'the list',
    right: 'the card',
  })
  return [
    countsAgree(
      named('customers'),
      pairs(({ matched, card }) => ({ left: matched.customers, right: card.customer_count })),
    ),
    countsAgree(
      named('orders'),
      pairs(({ matched, card }) => ({ left: matched.total_orders, right: card.total_orders })),
    ),
    amountsAgree(
      named('revenue'),
      pairs(({ matched, card }) => ({
        left: toMinor(matched.revenue, digits),
        right: toMinor(card.total_revenue, digits),
      })),
      digits,
    ),
  ]
}

/** The pairs of groups that have no customer in common, behind the one of them all. */
export function withAll(pairs: readonly Pair[]): [Pair, ...Pair[]] {
  return [{ left: sum(pairs.map(({ left }) => left)), right: sum(pairs.map(({ right }) => right)) }, ...pairs]
}
