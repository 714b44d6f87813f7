import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { keepCustomerBranches } from '@/db/commands/keep-customer-branches'
import { deriveCustomers } from '@/db/commands/orders/derive-customer'

/**
 * Derives again what follows from the orders for the recorded customers that the import touches; what is kept on new
 * customers was inserted with them, but for their branches.
 */
export async function deriveTouchedCustomers(db: Database): Promise<void> {
  await db.execute(sql`
    create temporary table touched_customers on commit drop as
    select customer_id from customer_plan where not is_new
    union select customer_id from order_plan where not customer_is_new
    union select old_customer_id from order_plan where action = 'moved'`)
  await db.execute(sql`analyze touched_customers`)
  await deriveCustomers(db, sql`touched_customers`)
  await keepCustomerBranches(db, sql`(select customer_id from customer_plan where is_new)`)
}
