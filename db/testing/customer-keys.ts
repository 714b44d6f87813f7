import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

/** Records the look-up keys of every customer of a workshop: its code, the digits of its phone, its e-mail, tax number and plates. */
export async function recordKeys(db: NodePgDatabase): Promise<void> {
  const code = (text: string) => sql`regexp_replace(upper(${sql.raw(text)}), '[^[:alnum:]]', '', 'g')`
  await db.execute(sql`
    insert into customer_keys (kind, value, customer_id)
    select k.kind::customer_key_kind, k.value, k.customer_id from (
      select 'customer_external_id' as kind, external_id as value, id as customer_id from customers
      union select 'phone', regexp_replace(phone, '[^0-9]', '', 'g'), id from customers
      union select 'email', lower(email), id from customers
      union select 'tax_number', ${code('tax_number')}, id from customers
      union select 'plate', ${code('plate')}, customer_id from vehicles
      union select 'order_external_id', external_id, customer_id from orders
    ) as k where k.value is not null
    on conflict do nothing`)
}
