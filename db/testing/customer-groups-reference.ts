import {
  and,
  count,
  countDistinct,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { alias } from 'drizzle-orm/pg-core'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { customerGroups } from '@/db/schema/reference'
import type { OrderType } from '@/lib/definitions'

/** What the reference form is asked: a window as instants, and ids of branches, null for all of them. */
export type ReferenceQuestion = {
  from: string
  to: string
  orderType: OrderType | null
  branchIds: readonly string[] | null
}

const ofType = (type: OrderType) => sql<number>`count(*) filter (where ${orders.type} = ${type})`.mapWith(Number)

/**
 * The definitions in their plainest form: how many different customers is COUNT(DISTINCT) over orders joined to their
 * one customer. Every faster form must give the same. A row for each group with counted orders in the window.
 */
export async function referenceActive(db: NodePgDatabase, asked: ReferenceQuestion) {
  const isNew = notExists(earlierCountedOrder(db, asked))
  return db
    .select({
      key: customerGroups.key,
      active_count: countDistinct(orders.customerId),
      new_customers: sql<number>`count(distinct ${orders.customerId}) filter (where ${isNew})`.mapWith(Number),
      total_orders: count(),
      service_orders: ofType('service'),
      sales_orders: ofType('sales'),
      consultation_orders: ofType('consultation'),
      completed_orders: sql<number>`count(*) filter (where ${orders.status} = 'completed')`.mapWith(Number),
      revenue_minor: sum(orders.amountMinor).mapWith(Number),
    })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .innerJoin(customerGroups, eq(customerGroups.id, customers.groupId))
    .where(and(inFilters(asked), gte(orders.orderedAt, asked.from), ne(orders.status, 'cancelled')))
    .groupBy(customerGroups.key)
}

/** How many orders of each group were cancelled in the window. */
export async function referenceCancelled(db: NodePgDatabase, asked: ReferenceQuestion) {
  return db
    .select({ key: customerGroups.key, cancelled_orders: count() })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .innerJoin(customerGroups, eq(customerGroups.id, customers.groupId))
    .where(and(inFilters(asked), gte(orders.orderedAt, asked.from), eq(orders.status, 'cancelled')))
    .groupBy(customerGroups.key)
}

/** How many customers of each group were known before the end of the window. */
export async function referenceRegistered(db: NodePgDatabase, asked: ReferenceQuestion) {
  const ordered = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.customerId, customers.id), lt(orders.orderedAt, asked.to)))
  const orderedHere = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.customerId, customers.id), lt(orders.orderedAt, asked.to), inBranches(asked.branchIds)))
  const atHome = asked.branchIds === null ? sql`true` : inArray(customers.homeBranchId, [...asked.branchIds])
  return db
    .select({ key: customerGroups.key, registered_count: count() })
    .from(customers)
    .innerJoin(customerGroups, eq(customerGroups.id, customers.groupId))
    .where(
      and(
        isNull(customers.mergedIntoId),
        or(lt(customers.registeredAt, asked.to), exists(ordered)),
        or(atHome, exists(orderedHere)),
      ),
    )
    .groupBy(customerGroups.key)
}

/** How many customers of each group had a counted order in the previous window and none in this one. */
export async function referenceNotBack(
  db: NodePgDatabase,
  asked: ReferenceQuestion,
  previous: { from: string; to: string },
) {
  const again = alias(orders, 'again')
  const cameAgain = db
    .select({ one: sql`1` })
    .from(again)
    .where(
      and(
        eq(again.customerId, orders.customerId),
        gte(again.orderedAt, asked.from),
        lt(again.orderedAt, asked.to),
        ne(again.status, 'cancelled'),
        asked.orderType ? eq(again.type, asked.orderType) : undefined,
        asked.branchIds ? inArray(again.branchId, [...asked.branchIds]) : undefined,
      ),
    )
  return db
    .select({ key: customerGroups.key, not_back: countDistinct(orders.customerId) })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .innerJoin(customerGroups, eq(customerGroups.id, customers.groupId))
    .where(
      and(
        inFilters({ ...asked, ...previous }),
        gte(orders.orderedAt, previous.from),
        ne(orders.status, 'cancelled'),
        notExists(cameAgain),
      ),
    )
    .groupBy(customerGroups.key)
}

function earlierCountedOrder(db: NodePgDatabase, asked: ReferenceQuestion) {
  const earlier = alias(orders, 'earlier')
  return db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.customerId, orders.customerId),
        lt(earlier.orderedAt, asked.from),
        ne(earlier.status, 'cancelled'),
      ),
    )
}

function inFilters(asked: ReferenceQuestion): SQL | undefined {
  const type = asked.orderType ? eq(orders.type, asked.orderType) : undefined
  return and(lt(orders.orderedAt, asked.to), type, inBranches(asked.branchIds))
}

function inBranches(ids: readonly string[] | null): SQL | undefined {
  return ids ? inArray(orders.branchId, [...ids]) : undefined
}
