import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { branchesOfCustomers } from '@/db/customer-branches'
import { derivedFromOrders } from '@/db/derived-from-orders'
import { visitGaps } from '@/db/visit-gaps'
import type { Check } from '@/lib/agreement/contract'
import { MAIN_BRANCH } from '@/lib/definitions'
import { readRecordChecks } from './record-check'

/** What is kept on customers, and the same as `derived` has it; to keep more there is to add a line here. */
const KEPT = {
  registered_at: 'The date of registration follows from the first order, unless it was entered',
  known_since: 'Since when a customer is known is its registration or its first order',
  first_counted_at: 'The first counted order of each customer is kept with it',
  last_counted_at: 'The last counted order of each customer is kept with it',
  visit_gaps: 'How many gaps there are between the visits of each customer is kept with it',
  median_gap_days: 'The median gap between the visits of each customer is kept with it',
  home_branch_id: 'The home branch follows from the earliest order, unless it was entered',
}

/** What is kept on customers equals what follows from their orders. */
export async function keptChecks(db: Database): Promise<Check[]> {
  const checks = Object.entries(KEPT).map(([column, title]) => {
    const name = sql.identifier(column)
    return {
      key: `kept-${column.replaceAll('_', '-')}`,
      title,
      left: 'customers',
      right: 'kept as their orders say',
      judges: sql`select customer_id, kept.${name} is not distinct from derived.${name} as is_right
        from customers as kept join derived on derived.customer_id = kept.id`,
    }
  })
  return readRecordChecks(db, [...checks, branchesCheck], derived)
}

const branchesCheck = {
  key: 'kept-branches',
  title: 'The branches of each customer, and since when it belongs to them, are kept',
  left: 'customers and branches',
  right: 'kept as their orders and homes say',
  judges: sql`
    select customer_id, kept.known_since is not distinct from derived.known_since as is_right
    from customer_branches as kept
    full join (${branchesOfCustomers(sql`orders`, sql`customers`)}) as derived using (customer_id, branch_id)`,
}

const derived = sql`
  with derived as materialized (
    select id as customer_id, registered.at as registered_at, least(registered.at, seen.first_ordered_at) as known_since,
      seen.first_counted_at, seen.last_counted_at, coalesce(visits.visit_gaps, 0) as visit_gaps, visits.median_gap_days,
      case when home_branch_explicit then home_branch_id
        else coalesce(seen.first_branch_id, (select id from branches where code = ${MAIN_BRANCH})) end as home_branch_id
    from customers
    left join (${derivedFromOrders(sql`orders`)}) as seen on seen.customer_id = customers.id
    left join (${visitGaps(sql`orders`)}) as visits on visits.customer_id = customers.id
    cross join lateral (
      select case when registered_at_explicit then registered_at else coalesce(seen.first_ordered_at, created_at) end as at
    ) as registered)`
