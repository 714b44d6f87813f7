import { eq } from 'drizzle-orm'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { type AuditEvent, writeAudit } from './audit'
import type { LockedCustomer } from './lock-customer'
import { notifyChange } from './notify-change'

/**
 * Writes what was done to a customer into the audit log, and tells of it where the customer is seen: at its home (also
 * the one that it had) and wherever it has an order.
 */
export async function tellCustomerChanged(
  tx: Pick<Database, 'insert' | 'execute' | 'select'>,
  caller: Caller,
  { id, version, homes }: { id: string; version: number; homes: readonly string[] },
  event: Omit<AuditEvent, 'subject'>,
): Promise<void> {
  await writeAudit(tx, caller, { subject: { kind: 'customer', id }, ...event })
  const branchIds = [...new Set([...homes, ...(await branchesOrderedAt(tx, id))])]
  await notifyChange(tx, { kind: 'customer', act: 'changed', id, customer_id: id, version, branch_ids: branchIds })
}

/** The ids of the branches at which a customer has an order. */
export async function branchesOrderedAt(tx: Pick<Database, 'select'>, customerId: string): Promise<string[]> {
  const ordered = await tx
    .select({ branchId: orders.branchId })
    .from(orders)
    .where(eq(orders.customerId, customerId))
    .groupBy(orders.branchId)
  return ordered.map(({ branchId }) => branchId)
}

/** A customer whose own fields stay as they are, for `tellCustomerChanged`. */
export function unchanged({ id, version, homeBranchId }: LockedCustomer) {
  return { id, version, homes: [homeBranchId] }
}
