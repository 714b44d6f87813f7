import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findRecorded } from './recorded-ids'

/** Which columns a file has: what it does not have stays as it is recorded. */
export type FileColumns = ReadonlySet<string>

/**
 * Locks the recorded customers that the staged rows touch, so that nothing about them changes until the import ends.
 * Asked twice, for one that was waited for may have been merged into another meanwhile.
 */
export async function lockTouchedCustomers(db: Database): Promise<void> {
  await lockByKeys(db)
  await lockByKeys(db)
}

/** By id, so that two who lock several never wait for each other. */
async function lockByKeys(db: Database): Promise<void> {
  await findRecorded(db)
  await db.execute(sql`
    select from customers
    where id in (select customer_id from recorded_customers union select customer_id from recorded_orders)
    order by id
    for update`)
}

/**
 * Nothing of a person who was erased is written again, and whoever was merged into another customer is that one, who keeps
 * what is recorded: its code leads there, and so do its orders.
 */
const isLeftAlone = sql`(recorded.erased_at is not null
  or coalesce(recorded.external_id, recorded.id::text) is distinct from desired.external_id)`

/**
 * Works out, for each customer of the file, what it will be and what has to be done, into `customer_plan`. A branch and a
 * date of registration stand in it only where they are set, for otherwise they are derived from the orders. It reads what
 * `findRecorded` found.
 */
export async function planCustomers(db: Database, columns: FileColumns, unclassifiedId: string): Promise<void> {
  const given = (column: string, staged: SQL, recorded: SQL) => (columns.has(column) ? staged : recorded)
  const branchId = given('branch', sql`s.branch_id`, sql`case when c.home_branch_explicit then c.home_branch_id end`)
  const registeredAt = given(
    'registered_at',
    sql`s.registered_at`,
    sql`case when c.registered_at_explicit then c.registered_at end`,
  )
  await db.execute(sql`
    create temporary table customer_plan on commit drop as
    select desired.*, recorded.id is null as is_new,
      recorded.id is not null and ${isLeftAlone} as is_left_alone,
      recorded.id is not null and not ${isLeftAlone} and (
        (desired.full_name, desired.organization_name, desired.phone, desired.email, desired.group_id) is distinct from
          (recorded.full_name, recorded.organization_name, recorded.phone, recorded.email, recorded.group_id)
        or desired.branch_id is distinct from case when recorded.home_branch_explicit then recorded.home_branch_id end
        or desired.registered_at is distinct from case when recorded.registered_at_explicit then recorded.registered_at end
      ) as is_changed,
      recorded.external_id as recorded_external_id, recorded.group_id as old_group_id,
      recorded.phone as old_phone, recorded.email as old_email
    from (
      select distinct on (s.external_id) coalesce(c.id, s.id) as customer_id, s.external_id, s.membership_id,
        coalesce(${given('full_name', sql`s.full_name`, sql`c.full_name`)}, 'Customer ' || s.external_id) as full_name,
        ${given('organization_name', sql`s.organization_name`, sql`c.organization_name`)} as organization_name,
        ${given('phone', sql`s.phone`, sql`c.phone`)} as phone,
        ${given('email', sql`s.email`, sql`c.email`)} as email,
        coalesce(${given('customer_type', sql`s.group_id`, sql`c.group_id`)}, ${unclassifiedId}::uuid) as group_id,
        ${branchId} as branch_id,
        ${registeredAt} as registered_at, s.entered_at
      from staged_customers s
      left join recorded_customers r on r.code = s.external_id
      left join customers c on c.id = r.customer_id
      order by s.external_id, s.line
    ) as desired
    left join customers recorded on recorded.id = desired.customer_id`)
  await db.execute(sql`analyze customer_plan`)
}
