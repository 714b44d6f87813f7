import { Temporal } from 'temporal-polyfill'
import type { GroupCustomer, GroupDetails, GroupStats, Spread } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type ExpectedGroup, expectedGroups } from './expected-groups'
import type { KnownRecords } from './known-records'
import { lastOf, listedOf, visitOf } from './listed-places'
import { counted, firstCounted, type Place, type Question, questionOf } from './question'
import { countsOf, halfUp, isSelected, major, revenueOf } from './recounted-figures'

/** A group's list, what all that it matches adds up to, and how the group is spread. `q` is not told here. */
export function recountDetails(question: Question, group: ExpectedGroup, stats: GroupStats): GroupDetails {
  const { params, records, previous } = question
  const { page, page_size } = params
  const listed = listedOf(question, group.members)
  const all = listed.flatMap(({ now }) => now)
  const before = counted(listed.flatMap((place) => place.before))
  const first = (page - 1) * page_size
  return {
    stats,
    spread: recountSpread(question, group),
    matched: {
      customers: listed.length,
      ...countsOf(all),
      revenue: major(revenueOf(all), records.currencyDigits),
      visits_change: previous && major(sumOf(listed.map((place) => visitsChange(place) ?? 0)), records.currencyDigits),
      previous_orders: previous && before.length,
      previous_revenue: previous && major(revenueOf(before), records.currencyDigits),
    },
    page: { number: page, size: page_size, total: listed.length },
    customers: listed.slice(first, first + page_size).map((place) => rowOf(question, place)),
  }
}

/** Everything that matches, of one group or of all: each customer once for each of its groups. */
export function recountExport(records: KnownRecords, params: GroupsParams) {
  const question = questionOf(records, params)
  const groups = expectedGroups(question).filter(({ key }) => params.group === 'all' || key === params.group)
  const local = (at: number) => {
    const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(records.timeZone).toPlainDateTime()
    return time.toString({ smallestUnit: 'second' }).replace('T', ' ')
  }
  const places = groups.flatMap(({ members }) => members)
  return listedOf(question, places).map((place) => ({
    group: place.group,
    group_name: groups.find(({ key }) => key === place.group)?.name,
    external_id: place.customer.row.externalId,
    full_name: place.customer.row.fullName,
    organization_name: place.customer.row.organizationName,
    phone: place.customer.row.phone,
    email: place.customer.row.email,
    registered_at: local(place.customer.registeredAt),
    ...countsOf(place.now),
    revenue_minor: revenueOf(place.now),
    last_order_date: lastOf(place) === null ? null : local(lastOf(place) ?? 0),
    visit: visitOf(question, place),
    ...beforeOf(place),
  }))
}

/** What is not there in a row without an order before. */
function beforeOf(place: Place) {
  const before = counted(place.before)
  if (before.length === 0) return { previous_orders: null, previous_revenue_minor: null }
  return { previous_orders: before.length, previous_revenue_minor: revenueOf(before) }
}

function rowOf(question: Question, place: Place): GroupCustomer {
  const { customer, now } = place
  const { id, externalId, fullName, organizationName, phone, email } = customer.row
  const digits = question.records.currencyDigits
  const before = counted(place.before)
  const change = visitsChange(place)
  return {
    ...{ id, external_id: externalId, full_name: fullName, organization_name: organizationName, phone, email },
    registered_at: new Date(customer.registeredAt).toISOString(),
    ...countsOf(now),
    revenue: major(revenueOf(now), digits),
    last_order_date: dateOf(lastOf(place)),
    visit: visitOf(question, place),
    visits_change: change === null ? null : major(change, digits),
    previous_orders: question.previous && before.length,
    previous_revenue: question.previous && major(revenueOf(before), digits),
    placement: placementOf(question, place),
  }
}

/** The orders more or fewer of who was active in both windows, at what one brought before, halves away from nothing. */
export function visitsChange(place: Place): number | null {
  const [now, before] = [counted(place.now), counted(place.before)]
  if (now.length === 0 || before.length === 0) return null
  const more = now.length - before.length
  const size = halfUp(BigInt(Math.abs(more)) * BigInt(revenueOf(before)), BigInt(before.length))
  return Number(size) * Math.sign(more)
}

const sumOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0)

const dateOf = (at: number | null) => (at === null || !Number.isFinite(at) ? null : new Date(at).toISOString())

function placementOf({ params, to }: Question, place: Place): GroupCustomer['placement'] {
  const { customer, group, now, placement } = place
  if (placement) return placement
  if (params.group_by === 'branch') return { kind: 'branch', is_home: customer.home === group }
  if (params.group_by === 'visit') {
    const first = firstCounted(customer)
    const is_active = counted(now).length > 0
    return { kind: 'visit', is_active, first_order_date: first < to ? dateOf(first) : null }
  }
  const end = params.group_at === 'now' ? Number.POSITIVE_INFINITY : to
  const since = customer.memberships.filter(({ type, from }) => type === group && from < end).map(({ from }) => from)
  const last = Math.max(...since)
  const until = customer.memberships.find(({ type, from }) => type === group && from === last)?.to
  const isOver = params.group_at === 'order' && until !== undefined && until < to
  return { kind: 'type', since: dateOf(last), until: isOver ? dateOf(until) : null }
}

function recountSpread({ params, records }: Question, { members }: ExpectedGroup): Spread {
  const digits = records.currencyDigits
  const selected = members.filter(({ now, before }) => isSelected(params.activity, now, before))
  const isShown = params.activity === 'active' || params.activity === 'all'
  const best = isShown ? selected.filter(({ now }) => counted(now).length > 0).map(({ now }) => revenueOf(now)) : []
  best.sort((a, b) => b - a)
  const orders = twiceMedian(selected.map(({ now }) => counted(now).length))
  const revenue = twiceMedian(selected.map(({ now }) => revenueOf(now)))
  return {
    median_orders: orders === null ? null : orders / 2,
    median_revenue: revenue === null ? null : major(halfUp(BigInt(revenue) * 100n, 2n * 10n ** BigInt(digits)), 2),
    top: ([1, 3, 20] as const).map((percent) => {
      const chosen = best.slice(0, Math.ceil((best.length * percent) / 100))
      return {
        percent,
        customers: chosen.length,
        revenue: major(sumOf(chosen), digits),
      }
    }),
  }
}

/** The one in the middle twice, or the sum of both. */
function twiceMedian(figures: number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : low + high
}
