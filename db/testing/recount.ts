import type { OrderStatus, OrderType } from '@/lib/definitions'
import { gapsBetween, median } from './visit-gaps'

/** Records as a test knows them from what commands answered: plain values, counted here without a database. */
export type KnownOrder = {
  id: string
  type: OrderType
  status: OrderStatus
  branch: string
  amountMinor: number
  orderedAt: string
}
export type KnownCustomer = {
  id: string
  group: string
  /** The home branch that was named; null is derived. */
  home: string | null
  registeredAt: string
  orders: KnownOrder[]
}

const counts = ({ status }: KnownOrder) => status !== 'cancelled'
const dates = (orders: KnownOrder[]) => orders.map(({ orderedAt }) => orderedAt).sort()

const firstAt = (orders: KnownOrder[], branch: string) => dates(orders.filter((order) => order.branch === branch))[0]

/** What follows from a customer's orders, by the definitions alone; `branches` since when, null since always. */
export function expectedDerived({ home, registeredAt, orders }: KnownCustomer) {
  const first = [...orders].sort((a, b) => compare(a.orderedAt, b.orderedAt) || compare(a.id, b.id))[0]
  const counted = dates(orders.filter(counts))
  const gaps = gapsBetween(counted)
  const at = home ?? first?.branch ?? 'main'
  const elsewhere = orders.filter(({ branch }) => branch !== at)
  return {
    home: at,
    branches: {
      ...Object.fromEntries(elsewhere.map(({ branch }) => [branch, firstAt(elsewhere, branch)])),
      [at]: null,
    },
    registered_at: registeredAt,
    known_since: [registeredAt, ...dates(orders)].sort()[0] ?? registeredAt,
    first_counted_at: counted[0] ?? null,
    last_counted_at: counted.at(-1) ?? null,
    visit_gaps: gaps.length,
    median_gap_days: median(gaps),
  }
}

type Question = { from: string; to: string; branch: string | null; type: OrderType | null }

/** The figures of a group in a window, by the definitions alone. */
export function expectedFigures(customers: readonly KnownCustomer[], { from, to, branch, type }: Question) {
  const isAsked = (order: KnownOrder) =>
    order.orderedAt >= from &&
    order.orderedAt < to &&
    (branch === null || order.branch === branch) &&
    (type === null || order.type === type)
  const asked = customers.flatMap(({ orders }) => orders.filter(isAsked))
  const counted = asked.filter(counts)
  const active = customers.filter(({ orders }) => orders.some((order) => isAsked(order) && counts(order)))
  const isNew = ({ orders }: KnownCustomer) => (dates(orders.filter(counts))[0] ?? '') >= from
  const isKnown = (customer: KnownCustomer) =>
    expectedDerived(customer).known_since < to &&
    (branch === null ||
      expectedDerived(customer).home === branch ||
      customer.orders.some((order) => order.branch === branch && order.orderedAt < to))
  const ofType = (wanted: OrderType) => counted.filter((order) => order.type === wanted).length
  return {
    customer_count: active.length,
    active_count: active.length,
    registered_count: customers.filter(isKnown).length,
    new_customers: active.filter(isNew).length,
    returning_customers: active.filter((customer) => !isNew(customer)).length,
    total_orders: counted.length,
    service_orders: ofType('service'),
    sales_orders: ofType('sales'),
    consultation_orders: ofType('consultation'),
    completed_orders: asked.filter(({ status }) => status === 'completed').length,
    cancelled_orders: asked.filter(({ status }) => status === 'cancelled').length,
    total_revenue: counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / 100,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
