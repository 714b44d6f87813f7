import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { BUYERS_FOR_QUINTILES } from '@/lib/customer-groups/rfm'
import { type ExpectedGroup, expectedGroups, typeAt } from './expected-groups'
import type { KnownCustomer, KnownOrder, KnownRecords } from './known-records'
import { recountDetails } from './listed-recount'
import { counted, firstCounted, type Place, type Question, questionOf } from './question'
import { countsOf, halfUp, isSelected, major, revenueOf } from './recounted-figures'

/** The answer to a question about the groups but for `meta`, from the rows alone and by the definitions alone. */
export function recountGroups(
  records: KnownRecords,
  params: GroupsParams,
): Omit<GroupsAnswer, 'success' | 'period' | 'meta'> {
  const question = questionOf(records, params)
  const groups = expectedGroups(question)
  const asked = groups.find(({ key }) => key === params.group)
  return {
    groups: Object.fromEntries(groups.map((group) => [group.key, recountStats(question, group)])),
    totals: recountTotals(question, groups),
    group_details: asked ? recountDetails(question, asked, recountStats(question, asked)) : null,
    moved: params.group_by === 'type' ? recountMoved(question) : null,
    scoring: params.group_by === 'rfm' ? scoringOf(groups) : null,
  }
}

function scoringOf(groups: ExpectedGroup[]): GroupsAnswer['scoring'] {
  const buyers = groups.flatMap(({ members }) => members).filter(({ now }) => counted(now).length > 0).length
  return { buyers, fixed: buyers < BUYERS_FOR_QUINTILES }
}

function recountStats({ params, records, from, previous }: Question, group: ExpectedGroup): GroupStats {
  const { name, color, members, compared } = group
  const digits = records.currencyDigits
  const selected = members.filter(({ now, before }) => isSelected(params.activity, now, before))
  const active = members.filter(({ now }) => counted(now).length > 0)
  const isShown = params.activity === 'active' || params.activity === 'all'
  const shown = isShown ? members.flatMap(({ now }) => now) : []
  const fresh = isShown ? active.filter(({ customer }) => firstCounted(customer) >= from).length : 0
  const [customers, { total_orders }] = [BigInt(selected.length), countsOf(shown)]
  const perCustomer = (figure: bigint, per: bigint) => (customers === 0n ? null : halfUp(figure, customers * per))
  const orders = perCustomer(BigInt(total_orders) * 10n, 1n)
  const revenue = perCustomer(BigInt(revenueOf(shown)) * 100n, 10n ** BigInt(digits))
  return {
    name,
    color,
    customer_count: selected.length,
    active_count: active.length,
    registered_count: members.length,
    new_customers: fresh,
    returning_customers: isShown ? active.length - fresh : 0,
    ...countsOf(shown),
    cancelled_orders: shown.length - total_orders,
    total_revenue: major(revenueOf(shown), digits),
    avg_orders: orders === null ? null : major(orders, 1),
    avg_revenue: revenue === null ? null : major(revenue, 2),
    top_customers: isShown
      ? [...active]
          .sort(byWorth)
          .slice(0, 5)
          .map((place) => topCustomer(place, digits))
      : [],
    previous: previous && {
      active_count: compared.filter((orders) => orders.length > 0).length,
      total_orders: compared.flat().length,
      total_revenue: major(revenueOf(compared.flat()), digits),
    },
  }
}

function byWorth(a: Place, b: Place): number {
  const name = ({ customer: { row } }: Place) => `${row.sortName}\n${row.id}`
  const worth = revenueOf(b.now) - revenueOf(a.now) || counted(b.now).length - counted(a.now).length
  return worth || (name(a) < name(b) ? -1 : 1)
}

function topCustomer({ customer: { row }, now }: Place, digits: number): GroupStats['top_customers'][number] {
  return {
    id: row.id,
    external_id: row.externalId,
    full_name: row.fullName,
    phone: row.phone,
    total_orders: counted(now).length,
    revenue: major(revenueOf(now), digits),
    last_order_date: new Date(Math.max(...counted(now).map(({ at }) => at))).toISOString(),
  }
}

/** Each customer once, whatever groups it is in, with its orders of all of them. */
function recountTotals({ params, records, previous }: Question, groups: ExpectedGroup[]): GroupsAnswer['totals'] {
  const places = groups.flatMap(({ members }) => members)
  const people = [...new Set(places.map(({ customer }) => customer))].map((person) => {
    const own = places.filter(({ customer }) => customer === person)
    return { now: counted(own.flatMap(({ now }) => now)), before: counted(own.flatMap(({ before }) => before)) }
  })
  const isShown = params.activity === 'active' || params.activity === 'all'
  const [now, before] = [isShown ? people.flatMap((one) => one.now) : [], people.flatMap((one) => one.before)]
  return {
    customers: people.filter((one) => isSelected(params.activity, one.now, one.before)).length,
    active_count: people.filter((one) => one.now.length > 0).length,
    registered_count: people.length,
    orders: now.length,
    revenue: major(revenueOf(now), records.currencyDigits),
    previous: previous && {
      customers: people.filter((one) => one.before.length > 0).length,
      orders: before.length,
      revenue: major(revenueOf(before), records.currencyDigits),
    },
  }
}

function recountMoved(question: Question): GroupsAnswer['moved'] {
  const { from, to, params, records } = question
  const isAsked = ({ at, type, branch }: KnownOrder) =>
    at >= from && at < to && [type, 'all'].includes(params.order_type) && [branch, 'all'].includes(params.branch)
  const moved = (customer: KnownCustomer) =>
    counted(customer.orders).filter((order) => isAsked(order) && typeAt(customer, order.at) !== customer.type).length
  const numbers = records.customers.map(moved).filter((orders) => orders > 0)
  return { customers: numbers.length, orders: numbers.reduce((sum, orders) => sum + orders, 0) }
}
