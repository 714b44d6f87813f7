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
      isWhole: true,
      rows: sql`
        select ${customerBranches.customerId}, ${customerBranches.branchId} as order_group from ${customerBranches}
        where ${isAmong(customerBranches.branchId, shown)} and ${customerBranches.knownSince} < ${window.to}::timestamptz`,
    },
    ofCustomer: { ref: sql`figures.order_group`, join: sql`` },
    ofPlaced: sql`parts.order_group`,
    placement: sql`json_build_object('kind', 'branch', 'is_home', (
      select ${customers.homeBranchId} = page.group_ref from ${customers} where ${customers.id} = page.id))`,
  }
}
