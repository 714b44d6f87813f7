import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** What records settle of a set-up: orders fix the currency, and branches that were imported or made need no naming. */
export async function findSettled(db: Pick<Database, 'execute'>): Promise<{ currency: boolean; branches: boolean }> {
  const { rows } = await db.execute<{ currency: boolean; branches: boolean }>(sql`
    select exists (select from orders) as currency, (select count(*) from branches) > 1 as branches`)
  return rows[0] ?? { currency: false, branches: false }
}
