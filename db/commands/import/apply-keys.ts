import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { phoneDigits } from '@/db/text-folding'

/** Keeps `customer_keys` in step with the plans: external ids of what is new, and the look-ups by phone and e-mail. */
export async function applyKeys(db: Database): Promise<void> {
  await db.execute(sql`
    insert into customer_keys (kind, value, customer_id)
    select 'customer_external_id'::customer_key_kind, external_id, customer_id from customer_plan where is_new
    union all
    select 'order_external_id', external_id, customer_id from order_plan where action = 'new'`)
  await db.execute(sql`
    update customer_keys k
    set customer_id = p.customer_id
    from order_plan p
    where p.action = 'moved' and k.kind = 'order_external_id' and k.value = p.external_id`)
  await replaceLookUp(
    db,
    'phone',
    sql`nullif(${phoneDigits(sql`old_phone`)}, '')`,
    sql`nullif(${phoneDigits(sql`phone`)}, '')`,
  )
  await replaceLookUp(db, 'email', sql`lower(old_email)`, sql`lower(email)`)
}

async function replaceLookUp(db: Database, kind: 'phone' | 'email', before: SQL, after: SQL): Promise<void> {
  await db.execute(sql`
    delete from customer_keys k
    using (select customer_id, ${before} as before, ${after} as after from customer_plan where is_changed) as p
    where k.kind = ${kind} and k.value = p.before and k.customer_id = p.customer_id and p.after is distinct from p.before`)
  await db.execute(sql`
    insert into customer_keys (kind, value, customer_id)
    select ${kind}::customer_key_kind, ${after}, customer_id
    from customer_plan
    where (is_new or is_changed) and ${after} is not null
    on conflict do nothing`)
}
