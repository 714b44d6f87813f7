import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { FileColumns } from './plan-customers'

/**
 * Works out, for each order of the file, what it will be and what has to be done, into `order_plan`: `new`, `changed`,
 * `moved` (to another customer, so that its row has another key) or `same`.
 */
export async function planOrders(db: Database, columns: FileColumns, mainBranchId: string): Promise<void> {
  const source = columns.has('source') ? sql`s.source` : sql`o.source`
  const branchId = columns.has('branch') ? sql`s.branch_id` : sql`o.branch_id`
  await db.execute(sql`
    create temporary table order_plan on commit drop as
    select desired.*,
      case
        when desired.old_customer_id is null then 'new'
        when desired.old_customer_id <> desired.customer_id then 'moved'
        when (desired.type, desired.status, desired.amount_minor, desired.ordered_at, desired.source, desired.branch_id)
          is distinct from (o.type, o.status, o.amount_minor, o.ordered_at, o.source, o.branch_id) then 'changed'
        else 'same'
      end as action
    from (
      select distinct on (s.external_id) coalesce(o.id, s.id) as id, s.external_id, s.history_id,
        coalesce(p.customer_id, rc.customer_id) as customer_id, coalesce(p.is_new, false) as customer_is_new,
        s.type, s.status, s.amount_minor, s.ordered_at,
        coalesce(${source}, 'import') as source,
        coalesce(${branchId}, ${mainBranchId}::uuid) as branch_id,
        o.customer_id as old_customer_id
      from staged_orders s
      left join customer_plan p on p.external_id = s.customer_external_id
      left join recorded_customers rc on rc.code = s.customer_external_id
      left join recorded_orders ro on ro.code = s.external_id
      left join orders o on o.customer_id = ro.customer_id and o.id = ro.id
      order by s.external_id, s.line
    ) as desired
    left join orders o on o.customer_id = desired.old_customer_id and o.id = desired.id`)
  await db.execute(sql`analyze order_plan`)
}
