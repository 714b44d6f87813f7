import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

const OWN_ID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/** The own id that a code may be, by which exports name what has no external id. */
const ownId = sql`case when code ~ ${OWN_ID} then code::uuid end`

/**
 * Finds whom and what the staged rows name, into `recorded_customers` (`code`, `customer_id`) and `recorded_orders` (`code`,
 * `customer_id`, `id`): by external id, else by the own id of what has none. Whoever was merged is who was kept.
 */
export async function findRecorded(db: Database): Promise<void> {
  await db.execute(sql`drop table if exists recorded_customers, recorded_orders`)
  await db.execute(sql`
    create temporary table recorded_customers on commit drop as
    with recursive codes as (
      select external_id as code from staged_customers union select customer_external_id from staged_orders
    ),
    keyed as (
      select code, customer_id from codes
      join customer_keys on kind = 'customer_external_id' and value = code
    ),
    own (code, customer_id, merged_into_id) as (
      select code, c.id, c.merged_into_id from codes join customers c on c.id = ${ownId} and c.external_id is null
      union all
      select own.code, c.id, c.merged_into_id from own join customers c on c.id = own.merged_into_id
    )
    select code, customer_id from keyed
    union all
    select code, customer_id from own where merged_into_id is null and code not in (select code from keyed)`)
  await db.execute(sql`
    create temporary table recorded_orders on commit drop as
    with codes as (select distinct external_id as code from staged_orders),
    keyed as (
      select code, o.customer_id, o.id from codes
      join customer_keys k on k.kind = 'order_external_id' and k.value = code
      join orders o on o.customer_id = k.customer_id and o.external_id = code
    )
    select * from keyed
    union all
    select code, o.customer_id, o.id from codes join orders o on o.id = ${ownId} and o.external_id is null
    where code not in (select code from keyed)`)
  await db.execute(sql`analyze recorded_customers, recorded_orders`)
}
