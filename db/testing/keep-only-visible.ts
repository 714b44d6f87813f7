import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { MAIN_BRANCH } from '@/lib/definitions'

/**
 * Takes out of the database everything that a caller limited to these branches may not see, and derives again, on its
 * own, what follows from the orders that are left: what such a caller is told is what anybody is told afterwards.
 */
export async function keepOnlyVisible(db: Database, branchIds: readonly string[]): Promise<void> {
  await db.transaction((tx) => reduce(tx, branchIds))
}

async function reduce(db: Pick<Database, 'execute'>, branchIds: readonly string[]): Promise<void> {
  const kept = sql`(select value::uuid from json_array_elements_text(${JSON.stringify(branchIds)}::json))`
  await db.execute(sql`delete from orders where branch_id not in ${kept}`)
  await db.execute(sql`create temporary table gone on commit drop as
    select id from customers c
    where home_branch_id not in ${kept} and not exists (select from orders o where o.customer_id = c.id)`)
  await db.execute(sql`delete from customer_branches`)
  for (const table of ['vehicles', 'notes', 'customer_group_memberships', 'order_history', 'customer_keys'])
    await db.execute(sql`delete from ${sql.identifier(table)} where customer_id in (select id from gone)`)
  await db.execute(sql`delete from customers where id in (select id from gone)`)
  await db.execute(sql`
    update customers c
    set home_branch_id = case when home_branch_explicit then home_branch_id else coalesce(
        (${firstOrder(sql`branch_id`)}), (select id from branches where code = ${MAIN_BRANCH})) end,
      registered_at = case when registered_at_explicit then registered_at
        else coalesce((${firstOrder(sql`ordered_at`)}), created_at) end,
      first_counted_at = (select min(ordered_at) from orders o where o.customer_id = c.id and status <> 'cancelled'),
      last_counted_at = (select max(ordered_at) from orders o where o.customer_id = c.id and status <> 'cancelled'),
      (visit_gaps, median_gap_days) = (select count(*), percentile_cont(0.5) within group (order by days) from (${gaps}) as gaps)`)
  await db.execute(sql`
    update customers c set known_since = least(registered_at, (${firstOrder(sql`ordered_at`)}))`)
  await db.execute(sql`
    insert into customer_branches (customer_id, branch_id, known_since)
    select c.id, b.id, case when c.home_branch_id = b.id then '-infinity' else first_at end
    from customers c cross join branches b
    cross join lateral (select min(ordered_at) as first_at from orders o where o.customer_id = c.id and o.branch_id = b.id) as there
    where b.id in ${kept} and (c.home_branch_id = b.id or first_at is not null)`)
  // A branch that is gone is none to group by, but for customers who are still at home there.
  await db.execute(sql`update branches set archived_at = now() where id not in ${kept}`)
}

/** The days from each counted order of a customer to the next one of another instant, where they are whole days. */
const gaps = sql`
  select div(extract(epoch from later - ordered_at), 86400) as days
  from orders o cross join lateral (
    select min(ordered_at) as later from orders n
    where n.customer_id = o.customer_id and n.status <> 'cancelled' and n.ordered_at > o.ordered_at) as next
  where o.customer_id = c.id and o.status <> 'cancelled' and later >= ordered_at + interval '24 hours'
  group by ordered_at, later`

function firstOrder(column: SQL): SQL {
  return sql`select ${column} from orders o where o.customer_id = c.id
    order by ordered_at, external_id collate "C", id limit 1`
}
