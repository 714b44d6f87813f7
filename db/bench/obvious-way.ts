import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { customerGroups } from '@/db/schema/reference'

type Window = { from: string; to: string }

/** Which customers of a group are annotated: all of them with filtered aggregates, or those whose orders are in the window. */
export type Annotation = (groupId: string, window: Window) => SQL

const figures = z.object({
  key: z.string(),
  customers: z.coerce.number(),
  orders: z.coerce.number(),
  revenue: z.coerce.number(),
})
/** A group's figures as the obvious way has them: orders and revenue are inflated by every further vehicle. */
export type ObviousFigures = z.output<typeof figures>

/**
 * What an ORM makes of "annotate each customer with its orders and vehicles, then sum": a group at a time, its customers
 * joined with both child tables, for the period, for the one before, and again for the five best. It is what the
 * benchmark compares with, wrong figures and all.
 */
export async function obviousOverview(
  db: Database,
  annotate: Annotation,
  current: Window,
  previous: Window | null,
): Promise<ObviousFigures[]> {
  const { rows } = await db.execute(sql`select ${customerGroups.id}, ${customerGroups.key} from ${customerGroups}`)
  const groups = z.array(z.object({ id: z.string(), key: z.string() })).parse(rows)
  const found: ObviousFigures[] = []
  for (const { id, key } of groups) {
    const { rows: summed } = await db.execute(sumOf(annotate(id, current)))
    if (previous) await db.execute(sumOf(annotate(id, previous)))
    await db.execute(topOf(annotate(id, current), 5))
    found.push(figures.parse({ key, ...summed[0] }))
  }
  return found
}

/** A page of one group's customers and how many there are, the obvious way. */
export async function obviousDetails(db: Database, annotate: Annotation, groupId: string, window: Window) {
  await db.execute(sql`select count(*) from (${annotate(groupId, window)}) as annotated where total_orders > 0`)
  await db.execute(topOf(annotate(groupId, window), 25))
}

/** Every customer of the group with all its orders, each aggregate with the filter: `Count('orders', filter=…)`. */
export function filteredAggregates(groupId: string, { from, to }: Window): SQL {
  const inside = sql`${orders.status} <> 'cancelled'
    and ${orders.orderedAt} >= ${from}::timestamptz and ${orders.orderedAt} < ${to}::timestamptz`
  return sql`
    select ${aggregates(inside)} from ${customers}
    left join ${orders} on ${orders.customerId} = ${customers.id}
    left join ${vehicles} on ${vehicles.customerId} = ${customers.id}
    where ${customers.groupId} = ${groupId}
    group by ${customers.id}`
}

/** Only orders in the window are joined: kinder, and without the customers that did not come. */
export function filteredJoin(groupId: string, { from, to }: Window): SQL {
  return sql`
    select ${aggregates(sql`true`)} from ${customers}
    join ${orders} on ${orders.customerId} = ${customers.id}
    left join ${vehicles} on ${vehicles.customerId} = ${customers.id}
    where ${customers.groupId} = ${groupId} and ${orders.status} <> 'cancelled'
      and ${orders.orderedAt} >= ${from}::timestamptz and ${orders.orderedAt} < ${to}::timestamptz
    group by ${customers.id}`
}

function aggregates(inside: SQL): SQL {
  return sql`${customers.id}, ${customers.fullName}, ${customers.phone},
    count(${orders.id}) filter (where ${inside}) as total_orders,
    count(${orders.id}) filter (where ${inside} and ${orders.type} = 'service') as service_orders,
    count(${orders.id}) filter (where ${inside} and ${orders.type} = 'sales') as sales_orders,
    count(${orders.id}) filter (where ${inside} and ${orders.type} = 'consultation') as consultation_orders,
    count(${orders.id}) filter (where ${inside} and ${orders.status} = 'completed') as completed_orders,
    sum(${orders.amountMinor}) filter (where ${inside}) as revenue,
    max(${orders.orderedAt}) filter (where ${inside}) as last_order_at, count(${vehicles.id}) as vehicles`
}

function sumOf(annotated: SQL): SQL {
  return sql`
    select count(*) filter (where total_orders > 0) as customers, coalesce(sum(total_orders), 0) as orders,
      coalesce(sum(revenue), 0) as revenue, sum(service_orders), sum(sales_orders), sum(consultation_orders),
      sum(completed_orders)
    from (${annotated}) as annotated`
}

function topOf(annotated: SQL, count: number): SQL {
  return sql`select * from (${annotated}) as annotated order by revenue desc nulls last limit ${count}`
}
