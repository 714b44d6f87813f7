import { eq } from 'drizzle-orm'
import { notifyChange } from '@/db/commands/notify-change'
import type { Transaction } from '@/db/commands/retried-transaction'
import { customers } from '@/db/schema/customers'
import type { Change } from '@/lib/live/contract'

/**
 * Tells of an order: the branches that it has and had, and those at which its customer is and was at home, for an order
 * can move that.
 */
export async function notifyOrder(
  tx: Transaction,
  change: Pick<Change, 'act' | 'version'> & { id: string; customer_id: string },
  branchIds: readonly string[],
): Promise<void> {
  const [customer] = await tx
    .select({ homeBranchId: customers.homeBranchId })
    .from(customers)
    .where(eq(customers.id, change.customer_id))
  const concerned = new Set([...branchIds, ...(customer ? [customer.homeBranchId] : [])])
  await notifyChange(tx, { kind: 'order', ...change, branch_ids: [...concerned] })
}
