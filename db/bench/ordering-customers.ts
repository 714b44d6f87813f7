import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'

const WANTED = 500

/** Customers as they come to order, the frequent ones more often: ids, the same for the same records. */
export async function orderingCustomers(db: Pick<Database, 'execute'>): Promise<string[]> {
  const { rows } = await db.execute(
    sql`select customer_id from orders tablesample system (5) repeatable (1) limit ${WANTED}`,
  )
  return z
    .array(z.object({ customer_id: z.uuid() }))
    .parse(rows)
    .map(({ customer_id }) => customer_id)
}
