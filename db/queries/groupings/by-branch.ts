import { sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { isAmong } from '@/db/queries/order-filters'
import { customerBranches, customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import type { Grouping } from './grouping'

/**
 * By the branch of each order. A customer belongs to its home branch and to each where it has an order of any status before
 * the end of the window; branches that are not asked for or not seen are no groups.
 */
export function byBranch({ branchIds, visibleBranchIds, window }: Frame): Grouping {
  const shown = branchIds ?? visibleBranchIds
  return {
    overlaps: true,
    groups: sql`
      select ${branches.id} as ref, ${branches.code} as key, ${branches.name},
        1 + ${branches.position} % 8 as color, ${branches.position}, ${branches.archivedAt} is null as is_kept
      from ${branches} where ${isAmong(branches.id, shown)}`,
    ofOrder: { ref: sql`${orders.branchId}`, join: sql`` },
    belonging: {
      rows: sql`
        select ${customerBranches.customerId}, ${customerBranches.branchId} as order_group from ${customerBranches}
        where ${isAmong(customerBranches.branchId, shown)} and ${customerBranches.knownSince} < ${window.to}::timestamptz`,
      // Counted at home, and from the kept branches those elsewhere alone: only at home somebody can be unknown there, or
      // merged, and to look each up would take twice as long.
      registered: sql`
        select branch_id as group_ref, count(*) as customers, count(*) filter (where is_home) as at_home
        from (
          select ${customers.homeBranchId} as branch_id, true as is_home from ${customers}
          where ${customers.knownSince} < ${window.to}::timestamptz and ${customers.mergedIntoId} is null
          union all
          select ${customerBranches.branchId}, false from ${customerBranches}
          where ${customerBranches.knownSince} > '-infinity' and ${customerBranches.knownSince} < ${window.to}::timestamptz
        ) as belonging
        group by branch_id`,
    },
    ofPlaced: sql`parts.order_group`,
    placement: sql`json_build_object('kind', 'branch', 'is_home', (
      select ${customers.homeBranchId} = page.group_ref from ${customers} where ${customers.id} = page.id))`,
  }
}
