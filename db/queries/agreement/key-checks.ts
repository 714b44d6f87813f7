import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { phoneDigits } from '@/db/text-folding'
import type { Check } from '@/lib/agreement/contract'
import { readRecordChecks } from './record-check'

const KINDS = {
  customer_external_id: 'their external id',
  order_external_id: 'the external id of an order',
  phone: 'their phone',
  email: 'their e-mail',
  tax_number: 'their tax number',
  plate: 'the plate of a vehicle in use',
}

/**
 * The look-up keys are those that follow from customers, vehicles and orders, and no others. Whoever has an e-mail, tax
 * number or plate with other characters than ASCII is left out for these: PostgreSQL and the application fold some of them
 * differently, and either is right.
 */
export function keyChecks(db: Database): Promise<Check[]> {
  const checks = Object.entries(KINDS).map(([kind, words]) => ({
    key: `look-up-${kind.replaceAll('_', '-')}`,
    title: `Customers are found by ${words}`,
    left: 'keys that there are or should be',
    right: 'that there are and should be',
    judges: sql`select customer_id, is_right from compared where kind = ${kind}::customer_key_kind`,
  }))
  return readRecordChecks(db, checks, compared)
}

const code = (column: string) => sql`regexp_replace(upper(${sql.raw(column)}), '[^[:alnum:]]', '', 'g')`

/** A merged customer is looked up as the one it was merged into, through however many merges. */
const compared = sql`
  with recursive merged (id, into_id) as (
    select id, merged_into_id from customers where merged_into_id is not null
    union
    select merged.id, c.merged_into_id from merged join customers c on c.id = merged.into_id
    where c.merged_into_id is not null),
  people as (
    select c.*, coalesce(kept.id, c.id) as owner_id
    from customers c
    left join (merged join customers as kept on kept.id = merged.into_id and kept.merged_into_id is null) on merged.id = c.id),
  expected (kind, value, customer_id) as (
    select 'customer_external_id'::customer_key_kind, external_id, owner_id from people
    union select 'phone', ${phoneDigits(sql`phone`)}, owner_id from people
    union select 'email', lower(email), owner_id from people
    union select 'tax_number', ${code('tax_number')}, owner_id from people
    union select 'plate', ${code('plate')}, customer_id from vehicles where retired_at is null
    union select 'order_external_id', external_id, customer_id from orders),
  foreign_letters as (
    select owner_id as customer_id from people where concat(email, tax_number) ~ '[^ -~]'
    union select customer_id from vehicles where plate ~ '[^ -~]'),
  compared as materialized (
    select kind, customer_id, coalesce(expected.found and kept.found, false) as is_right
    from (select *, true as found from expected where value <> '') as expected
    full join (select *, true as found from customer_keys) as kept using (kind, value, customer_id)
    where kind not in ('email', 'tax_number', 'plate') or customer_id not in (select customer_id from foreign_letters))`
