import { Temporal } from 'temporal-polyfill'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { KnownRecords } from './known-records'
import { counted, firstCounted, type Place, type Question } from './question'
import { isSelected, revenueOf } from './recounted-figures'

/** Those that the activity selects and the filters keep, in the list's order. Sorting is stable: groups keep theirs. */
export function listedOf(question: Question, places: readonly Place[]): Place[] {
  const { activity } = question.params
  return places
    .filter((place) => isSelected(activity, place.now, place.before) && isKept(question, place))
    .sort((a, b) => inOrder(question.params, a, b))
}

function isKept(question: Question, place: Place): boolean {
  const { params, records } = question
  const { min_orders = 0, revenue_from, revenue_to, last_order_before, visits, vehicle } = params
  const revenue = revenueOf(place.now)
  const visit = visitOf(question, place)
  const last = lastOf(place)
  return (
    counted(place.now).length >= min_orders &&
    (revenue_from === undefined || difference(revenue, revenue_from, records) >= 0n) &&
    (revenue_to === undefined || difference(revenue, revenue_to, records) <= 0n) &&
    (last_order_before === undefined || last === null || last < midnight(last_order_before, records)) &&
    (visits === 'all' || visits === visit || (visits === 'returning' && visit !== null && visit !== 'new')) &&
    (vehicle === 'all' || (vehicle === 'with') === place.customer.vehiclesInUse > 0)
  )
}

/** A revenue less an amount in major units, in ten-thousandths of minor units: amounts have at most four digits. */
function difference(minor: number, amount: string, { currencyDigits }: KnownRecords): bigint {
  const [whole = '', fraction = ''] = amount.split('.')
  return BigInt(minor) * 10_000n - BigInt(whole + fraction.padEnd(4, '0')) * 10n ** BigInt(currencyDigits)
}

function midnight(day: string, { timeZone }: KnownRecords): number {
  const local = Temporal.PlainDate.from(day).toPlainDateTime()
  return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** Its last counted order of the window, in milliseconds. */
export function lastOf({ now }: Place): number | null {
  const times = counted(now).map(({ at }) => at)
  return times.length === 0 ? null : Math.max(...times)
}

/** How its customer came to be active; null where it is not. */
export function visitOf({ from, previous }: Question, { customer, now, before }: Place): GroupCustomer['visit'] {
  if (counted(now).length === 0) return null
  if (firstCounted(customer) >= from) return 'new'
  if (previous === null) return 'returning'
  return counted(before).length > 0 ? 'continued' : 'resurrected'
}

function inOrder({ sort, dir }: GroupsParams, a: Place, b: Place): number {
  for (const [left, right] of pairs(keysOf(sort, a), keysOf(sort, b))) {
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right === (dir === 'asc') ? -1 : 1
  }
  const name = ({ customer: { row } }: Place) => `${row.sortName}\n${row.id}`
  return name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0
}

type Key = number | string | null
const pairs = (left: Key[], right: Key[]) => left.map((key, index): [Key, Key] => [key, right[index] ?? null])

function keysOf(sort: GroupsParams['sort'], place: Place): Key[] {
  const before = counted(place.before)
  const worth = [revenueOf(place.now), counted(place.now).length]
  switch (sort) {
    case 'revenue':
      return worth
    case 'orders':
      return worth.reverse()
    case 'last_order':
      return [lastOf(place)]
    case 'name':
      return [place.customer.row.sortName]
    case 'registered':
      return [place.customer.registeredAt]
    case 'previous_revenue':
      return before.length === 0 ? [null, null] : [revenueOf(before), before.length]
  }
}
