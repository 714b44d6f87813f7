import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Applies `order_plan`: history first, then what changed, what moved to another customer, and what is new. `instant` is of
 * after their customers were locked.
 */
export async function applyOrders(db: Database, instant: string): Promise<void> {
  await db.execute(sql`
    insert into order_history (customer_id, id, order_id, order_version, branch_id, type, status, amount_minor, ordered_at,
      replaced_at, replaced_by, vehicle_id, description, details)
    select o.customer_id, p.history_id, o.id, o.version, o.branch_id, o.type, o.status, o.amount_minor, o.ordered_at,
      ${instant}::timestamptz, 'import', o.vehicle_id, o.description, o.details
    from order_plan p
    join orders o on o.customer_id = p.old_customer_id and o.id = p.id
    where p.action in ('changed', 'moved')`)
  await db.execute(sql`
    update orders o
    set type = p.type, status = p.status, amount_minor = p.amount_minor, ordered_at = p.ordered_at, source = p.source,
      branch_id = p.branch_id, version = o.version + 1, updated_at = ${instant}::timestamptz
    from order_plan p
    where p.action = 'changed' and o.customer_id = p.customer_id and o.id = p.id`)
  // The customer is part of an order's key and of where its row lies, so a move is a row gone and a row come.
  // What was entered of it by hand goes along; its vehicle stays with whom it belongs to.
  await db.execute(sql`
    with gone as (
      delete from orders o using order_plan p
      where p.action = 'moved' and o.customer_id = p.old_customer_id and o.id = p.id
      returning o.*
    )
    insert into orders (customer_id, id, external_id, branch_id, type, status, amount_minor, ordered_at, source, version,
      created_at, updated_at, description, details, entered_by_id)
    select p.customer_id, p.id, case when gone.id is null then p.external_id else gone.external_id end,
      p.branch_id, p.type, p.status, p.amount_minor, p.ordered_at, p.source,
      coalesce(gone.version + 1, 1), coalesce(gone.created_at, ${instant}::timestamptz), ${instant}::timestamptz,
      gone.description, gone.details, gone.entered_by_id
    from order_plan p
    left join gone on gone.customer_id = p.old_customer_id and gone.id = p.id
    where p.action in ('new', 'moved')`)
}
