import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { derivedFromOrders } from '@/db/derived-from-orders'
import { foldedPlates, searchText, sortName } from '@/db/text-folding'
import { visitGaps } from '@/db/visit-gaps'

/** Inserts the planned customers that are new, with what the planned orders say about them, and their memberships. */
export async function insertNewCustomers(db: Database, mainBranchId: string): Promise<void> {
  const theirOrders = sql`(select * from order_plan where customer_is_new)`
  await db.execute(sql`
    insert into customers (id, external_id, full_name, organization_name, phone, email, group_id, home_branch_id,
      home_branch_explicit, registered_at, registered_at_explicit, known_since, first_counted_at, last_counted_at,
      visit_gaps, median_gap_days, sort_name, search_text, created_at)
    select p.customer_id, p.external_id, p.full_name, p.organization_name, p.phone, p.email, p.group_id,
      coalesce(p.branch_id, d.first_branch_id, ${mainBranchId}::uuid), p.branch_id is not null,
      coalesce(p.registered_at, d.first_ordered_at, p.entered_at, now()), p.registered_at is not null,
      least(coalesce(p.registered_at, d.first_ordered_at, p.entered_at, now()), d.first_ordered_at),
      d.first_counted_at, d.last_counted_at, coalesce(visits.visit_gaps, 0), visits.median_gap_days,
      ${sortName(sql`p.full_name`)}, ${searchTextOfPlan(sql`null`)}, coalesce(p.entered_at, now())
    from customer_plan p
    left join (${derivedFromOrders(theirOrders)}) as d on d.customer_id = p.customer_id
    left join (${visitGaps(theirOrders)}) as visits on visits.customer_id = p.customer_id
    where p.is_new`)
  await db.execute(sql`
    insert into customer_group_memberships (customer_id, id, group_id, valid_from)
    select customer_id, membership_id, group_id, '-infinity' from customer_plan where is_new`)
}

/**
 * Updates the planned customers that differ from what is recorded, and their memberships: from `instant` on, which is of
 * after they were locked.
 */
export async function updateChangedCustomers(db: Database, instant: string): Promise<void> {
  const plates = sql`(select ${foldedPlates(sql`v.plate`, sql`v.id`)} from vehicles v where v.customer_id = p.customer_id)`
  await db.execute(sql`
    update customers c
    set full_name = p.full_name, organization_name = p.organization_name, phone = p.phone, email = p.email,
      group_id = p.group_id, home_branch_id = coalesce(p.branch_id, c.home_branch_id),
      home_branch_explicit = p.branch_id is not null, registered_at = coalesce(p.registered_at, c.registered_at),
      registered_at_explicit = p.registered_at is not null, sort_name = ${sortName(sql`p.full_name`)},
      search_text = ${searchTextOfPlan(plates)}, version = c.version + 1, updated_at = ${instant}::timestamptz
    from customer_plan p
    where p.customer_id = c.id and p.is_changed`)
  await db.execute(sql`
    update customer_group_memberships m
    set valid_to = ${instant}::timestamptz
    from customer_plan p
    where p.is_changed and p.group_id <> p.old_group_id and m.customer_id = p.customer_id and m.valid_to is null`)
  await db.execute(sql`
    insert into customer_group_memberships (customer_id, id, group_id, valid_from)
    select customer_id, membership_id, group_id, ${instant}::timestamptz from customer_plan
    where is_changed and group_id <> old_group_id`)
}

function searchTextOfPlan(plates: SQL): SQL {
  return searchText({
    fullName: sql`p.full_name`,
    organizationName: sql`p.organization_name`,
    email: sql`p.email`,
    externalId: sql`case when p.is_new then p.external_id else p.recorded_external_id end`,
    phone: sql`p.phone`,
    plates,
  })
}
