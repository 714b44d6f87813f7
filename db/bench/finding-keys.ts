import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { customerKeys } from '@/db/schema/keys'

/** Gives the generated customers the keys by which they are looked up, unless they have them. */
export async function ensureFindingKeys(db: NodePgDatabase): Promise<void> {
  const [some] = await db.select({ kind: customerKeys.kind }).from(customerKeys).where(sql`kind = 'plate'`).limit(1)
  if (some) return
  await db.execute(sql`
    insert into customer_keys (kind, value, customer_id)
    select 'customer_external_id'::customer_key_kind, external_id, id from customers
    union all select 'phone', regexp_replace(phone, '[^0-9]', '', 'g'), id from customers where phone is not null
    union select 'plate', replace(plate, ' ', ''), customer_id from vehicles
    on conflict do nothing`)
  await db.execute(sql`vacuum (analyze) ${customerKeys}`)
}
