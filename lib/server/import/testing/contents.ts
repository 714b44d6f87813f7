import { sql } from 'drizzle-orm'
import type { Trial } from './trial'

/**
 * What is recorded about customers and orders, by external ids: the same after any way of importing the same facts. The
 * time of entry stands as 'entry'.
 */
export async function contents({ rows }: Trial) {
  const customers = await rows(sql`
    select c.external_id, c.full_name, c.organization_name, c.phone, c.email, g.key as "group", b.code as branch,
      c.home_branch_explicit, c.registered_at_explicit, c.first_counted_at, c.last_counted_at, c.visit_gaps, c.median_gap_days::float,
      c.sort_name, c.search_text,
      case when c.registered_at = c.created_at then 'entry' else c.registered_at::text end as registered_at,
      case when c.known_since = c.created_at then 'entry' else c.known_since::text end as known_since,
      (select string_agg(k.kind || ' ' || k.value, ', ' order by k.kind, k.value collate "C") from customer_keys k
       where k.customer_id = c.id) as keys
    from customers c
    join customer_groups g on g.id = c.group_id
    join branches b on b.id = c.home_branch_id
    order by c.external_id collate "C"`)
  const orders = await rows(sql`
    select o.external_id, c.external_id as customer, b.code as branch, o.type, o.status, o.amount_minor, o.ordered_at,
      o.source
    from orders o
    join customers c on c.id = o.customer_id
    join branches b on b.id = o.branch_id
    order by o.external_id collate "C"`)
  return { customers, orders }
}

/** Every row of every table that an import writes, with the transaction that wrote it; only the log of imports grows. */
export async function versions({ rows }: Trial) {
  const tables = ['customers', 'orders', 'customer_keys', 'customer_group_memberships', 'order_history', 'branches']
  const found = [...tables, 'customer_groups', 'business'].map((table) =>
    rows(sql`select t.xmin::text, to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text`),
  )
  return Promise.all(found)
}
