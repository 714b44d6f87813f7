import { type FixedGroup, RECENCY_GROUPS, RFM_GROUPS, VISIT_GROUPS } from '@/lib/customer-groups/fixed-groups'
import { recencyPlacements } from './expected-recency'
import { rfmPlacements } from './expected-rfm'
import type { KnownCustomer, KnownOrder, ListedGroup } from './known-records'
import { counted, firstCounted, isAskedBranch, type Person, type Place, type Question, type Told } from './question'

/** A group, its members, and the counted orders of the previous window that stand under it, customer by customer. */
export type ExpectedGroup = ListedGroup & { members: Place[]; compared: KnownOrder[][] }

/** Every group that is listed, in its order, with whoever is in it. */
export function expectedGroups(question: Question): ExpectedGroup[] {
  const { params, records } = question
  const people = records.customers
    .filter((customer) => isRegistered(question, customer))
    .map((customer) => ordersOf(question, customer))
  if (params.group_by === 'visit') return byVisit(question, people)
  if (params.group_by === 'recency') return byPlacement(RECENCY_GROUPS, people, recencyPlacements(question, people))
  if (params.group_by === 'rfm') return byPlacement(RFM_GROUPS, people, rfmPlacements(question, people))
  const listed =
    params.group_by === 'branch' ? records.branches.filter(({ key }) => isAskedBranch(params, key)) : records.types
  const places = people.flatMap((person) => listed.flatMap(({ key }) => placeIn(question, person, key)))
  return listed
    .map((group) => {
      const members = places.filter((place) => place.group === group.key)
      return { ...group, members, compared: members.map(({ before }) => counted(before)) }
    })
    .filter(({ key, isKept, members }) => isKept || members.length > 0 || key === params.group)
}

function ordersOf({ params, from, to, previous }: Question, customer: KnownCustomer): Person {
  const asked = customer.orders.filter(
    ({ type, branch }) => (params.order_type === 'all' || params.order_type === type) && isAskedBranch(params, branch),
  )
  const during = (begin: number, end: number) => asked.filter(({ at }) => at >= begin && at < end)
  return { customer, now: during(from, to), before: previous === null ? [] : during(previous.from, previous.to) }
}

function isRegistered({ params, to }: Question, { registeredAt, home, orders }: KnownCustomer): boolean {
  const since = Math.min(registeredAt, ...orders.map(({ at }) => at))
  const isHere =
    isAskedBranch(params, home) || orders.some(({ at, branch }) => at < to && isAskedBranch(params, branch))
  return since < to && isHere
}

/** The customer's place in a type or a branch, or none. */
function placeIn({ params, to }: Question, { customer, now, before }: Person, group: string): Place[] {
  const { type, home, orders } = customer
  if (params.group_by === 'type' && params.group_at === 'now')
    return type === group ? [{ group, customer, now, before }] : []
  const isOf = (order: KnownOrder) =>
    (params.group_by === 'branch' ? order.branch : typeAt(customer, order.at)) === group
  const place = { group, customer, now: now.filter(isOf), before: before.filter(isOf) }
  const belongs =
    params.group_by === 'branch'
      ? home === group || orders.some(({ at, branch }) => at < to && branch === group)
      : typeAtEnd(customer, to) === group
  return belongs || place.now.length + place.before.length > 0 ? [place] : []
}

/** The type under which an order of this instant counts. */
export function typeAt({ memberships, type }: KnownCustomer, at: number): string {
  return memberships.find(({ from, to }) => from <= at && at < to)?.type ?? type
}

/** The end of a window is not inside it: a change at that very instant is none of the window. */
function typeAtEnd({ memberships, type }: KnownCustomer, end: number): string {
  return memberships.find(({ from, to }) => from < end && end <= to)?.type ?? type
}

/** Each customer is in one group; what it brought before stands under what it was then. */
function byVisit({ from, previous }: Question, people: Person[]): ExpectedGroup[] {
  const visit = (orders: KnownOrder[], customer: KnownCustomer, begin: number) =>
    counted(orders).length === 0 ? 'without_order' : firstCounted(customer) >= begin ? 'new' : 'returning'
  return VISIT_GROUPS.map((group) => {
    const members = people.filter(({ now, customer }) => visit(now, customer, from) === group.key)
    const then = people.filter(
      ({ before, customer }) =>
        group.key !== 'without_order' && visit(before, customer, previous?.from ?? 0) === group.key,
    )
    return {
      ...group,
      isKept: true,
      members: members.map((person) => ({ ...person, group: group.key })),
      compared: then.map(({ before }) => counted(before)),
    }
  })
}

/** Each customer is in the group that its placement tells, with the figures of both windows. */
function byPlacement(groups: readonly FixedGroup[], people: Person[], placements: Told[]): ExpectedGroup[] {
  const places = people.flatMap((person, index): Place[] => {
    const told = placements[index]
    return told ? [{ ...person, ...told }] : []
  })
  return groups.map((group) => {
    const members = places.filter((place) => place.group === group.key)
    return { ...group, isKept: true, members, compared: members.map(({ before }) => counted(before)) }
  })
}
