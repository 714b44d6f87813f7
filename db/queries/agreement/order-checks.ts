import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Check } from '@/lib/agreement/contract'
import { readRecordChecks } from './record-check'

/** Each order belongs to a branch and to a customer that is shown. */
export function orderChecks(db: Database): Promise<Check[]> {
  return readRecordChecks(db, [
    {
      key: 'merged-customers',
      title: 'Customers who were merged into others have no orders left',
      left: 'merged customers',
      right: 'without an order',
      judges: sql`
        select id as customer_id, not exists (select from orders where orders.customer_id = customers.id) as is_right
        from customers where merged_into_id is not null`,
    },
    {
      key: 'order-branches',
      title: 'Each order is of a branch that there is',
      left: 'orders',
      right: 'of a known branch',
      judges: sql`
        select customer_id, branches.id is not null as is_right
        from orders left join branches on branches.id = orders.branch_id`,
    },
  ])
}
