import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { branchScope, type Scope, systemScope } from '@/db/access'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import type { CustomersParams } from '@/lib/customers/list'
import type { OrdersParams } from '@/lib/orders/list'
import { expectedWindow } from './expected-window'

type Order = typeof orders.$inferSelect
type Customer = typeof customers.$inferSelect & { group: string; homeBranch: string; own: Order[] }

/** Everything that is recorded, as the rows stand, and the clock of the business. */
export type Recorded = { customers: Customer[]; branchCodes: Map<string, string>; timeZone: string; hoursAhead: number }

/** Reads all rows, without a filter or a join. `hoursAhead` is the offset of a zone that never changes its clocks. */
export async function readRecorded(db: NodePgDatabase, timeZone: string, hoursAhead: number): Promise<Recorded> {
  const [people, placed, groups, places] = await Promise.all([
    db.select().from(customers),
    db.select().from(orders),
    db.select().from(customerGroups),
    db.select().from(branches),
  ])
  const branchCodes = new Map(places.map(({ id, code }) => [id, code]))
  const keys = new Map(groups.map(({ id, key }) => [id, key]))
  return {
    timeZone,
    hoursAhead,
    branchCodes,
    customers: people.map((row) => ({
      ...row,
      group: keys.get(row.groupId) ?? '',
      homeBranch: branchCodes.get(row.homeBranchId) ?? '',
      own: placed.filter(({ customerId }) => customerId === row.id),
    })),
  }
}

/** What somebody limited to these branches may see, derived again from the orders that are left. */
function onlyVisible(recorded: Recorded, branchIds: readonly string[]): Recorded {
  const seen = recorded.customers.flatMap((customer): Customer[] => {
    const own = customer.own.filter(({ branchId }) => branchIds.includes(branchId)).sort(byDate)
    if (own.length === 0 && !branchIds.includes(customer.homeBranchId)) return []
    const [first] = own
    const home = customer.homeBranchExplicit || !first ? customer.homeBranchId : first.branchId
    return [
      {
        ...customer,
        own,
        homeBranch: recorded.branchCodes.get(home) ?? '',
        registeredAt: customer.registeredAtExplicit ? customer.registeredAt : (first?.orderedAt ?? customer.createdAt),
      },
    ]
  })
  return { ...recorded, customers: seen }
}

/** Everything within the scope of all, and what is seen within that of each of these lists of branch codes. */
export function withinScopes(recorded: Recorded, limits: string[][]): { scope: Scope; seen: Recorded }[] {
  const limited = limits.map((codes) => {
    const branchIds = [...recorded.branchCodes].filter(([, code]) => codes.includes(code)).map(([id]) => id)
    return { scope: branchScope(branchIds), seen: onlyVisible(recorded, branchIds) }
  })
  return [{ scope: systemScope(), seen: recorded }, ...limited]
}

/** The names of the customers that a list asks for, in its order, all pages. */
export function recountCustomers(recorded: Recorded, params: CustomersParams, now: string): Customer[] {
  const isAsked = (customer: Customer) =>
    customer.mergedIntoId === null &&
    (params.group === 'all' || customer.group === params.group) &&
    (params.branch === 'all' || customer.homeBranch === params.branch) &&
    isOnDays(recorded, customer.registeredAt, params.registered_from, params.registered_to) &&
    hasOrdered(recorded, customer, params.ordered, now)
  const key = (customer: Customer) =>
    params.sort === 'name'
      ? customer.sortName
      : params.sort === 'registered'
        ? at(customer.registeredAt)
        : last(customer)
  return sorted(recorded.customers.filter(isAsked), key, params.dir)
}

/** The orders that a list asks for, in its order, all pages. */
export function recountOrders(recorded: Recorded, params: OrdersParams): Order[] {
  const asked = recorded.customers
    .filter(({ group }) => params.group === 'all' || group === params.group)
    .flatMap(({ own }) => own)
    .filter(
      (order) =>
        (params.type === 'all' || order.type === params.type) &&
        (params.status === 'all' || order.status === params.status) &&
        (params.source === 'all' || order.source === params.source) &&
        (params.branch === 'all' || recorded.branchCodes.get(order.branchId) === params.branch) &&
        isOnDays(recorded, order.orderedAt, params.from, params.to),
    )
  const key = (order: Order) =>
    params.sort === 'amount' ? order.amountMinor : at(params.sort === 'date' ? order.orderedAt : order.createdAt)
  return sorted(asked, key, params.dir)
}

/** The orders that count, with what they bring. */
export function countedOf(own: readonly Order[]): { total_orders: number; revenue: number } {
  const counted = own.filter(({ status }) => status !== 'cancelled')
  return {
    total_orders: counted.length,
    revenue: counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / 100,
  }
}

/** The latest counted order; null where there is none. */
export function last({ own }: Pick<Customer, 'own'>): number | null {
  const times = own.filter(({ status }) => status !== 'cancelled').map(({ orderedAt }) => at(orderedAt))
  return times.length === 0 ? null : Math.max(...times)
}

function hasOrdered(
  { timeZone }: Recorded,
  customer: Customer,
  ordered: CustomersParams['ordered'],
  now: string,
): boolean {
  if (ordered === 'any') return true
  if (ordered === 'never') return last(customer) === null
  const { from } = expectedWindow(now, timeZone, { period: ordered, compare: 'none' })
  return customer.own.some(
    ({ status, orderedAt }) =>
      status !== 'cancelled' && at(orderedAt) >= Date.parse(from) && at(orderedAt) < Date.parse(now),
  )
}

function isOnDays(
  { hoursAhead }: Recorded,
  instant: string,
  from: string | undefined,
  to: string | undefined,
): boolean {
  const day = new Date(at(instant) + hoursAhead * 3_600_000).toISOString().slice(0, 10)
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

const at = (instant: string) => new Date(instant).getTime()
const byDate = (a: Order, b: Order) => at(a.orderedAt) - at(b.orderedAt) || (a.id < b.id ? -1 : 1)

/** Rows without a key stand last in both directions; the id settles what is equal. */
function sorted<Row extends { id: string }>(
  rows: readonly Row[],
  key: (row: Row) => string | number | null,
  dir: 'asc' | 'desc',
): Row[] {
  const way = dir === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1
    } else if (left !== right) return left < right ? -way : way
    return a.id < b.id ? -way : way
  })
}
