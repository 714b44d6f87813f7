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
  await replaceLookUp(db, 'phone', (phone) => sql`nullif(${phoneDigits(phone)}, '')`)
  await replaceLookUp(db, 'email', (email) => sql`lower(${email})`)
}

/** `key` is by what a column's text is looked up. What somebody who was merged into the customer has stays. */
async function replaceLookUp(db: Database, kind: 'phone' | 'email', key: (column: SQL) => SQL): Promise<void> {
  const before = key(sql.raw(`old_${kind}`))
  const after = key(sql.raw(kind))
  await db.execute(sql`
    delete from customer_keys k
    using (select customer_id, ${before} as before, ${after} as after from customer_plan where is_changed) as p
    where k.kind = ${kind} and k.value = p.before and k.customer_id = p.customer_id and p.after is distinct from p.before
      and not exists (
        with recursive merged as (
          select id, ${sql.raw(kind)} from customers where merged_into_id = p.customer_id
          union all
          select c.id, c.${sql.raw(kind)} from merged join customers c on c.merged_into_id = merged.id
        )
        select from merged where ${after} = p.before)`)
  await db.execute(sql`
    insert into customer_keys (kind, value, customer_id)
    select ${kind}::customer_key_kind, ${after}, customer_id
    from customer_plan
    where (is_new or is_changed) and ${after} is not null
    on conflict do nothing`)
}
