import { and, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { RequestError } from '@/lib/failure'

export type LockedCustomer = typeof customers.$inferSelect

/**
 * The customer that the caller may see, held until the transaction ends, so that changes of it follow one another.
 * @throws RequestError 404 where the caller may see no such customer, 409 `erased` for a person of whom nothing is kept.
 */
export async function lockCustomer(
  tx: Pick<Database, 'select'>,
  caller: Pick<Caller, 'scope'>,
  id: string,
): Promise<LockedCustomer> {
  const found = await lockCustomerOrErased(tx, caller, id)
  if (found.erasedAt === null) return found
  throw new RequestError(409, 'erased', 'This person was erased on request. Register them anew to record anything.')
}

/** The same, also for a person who was erased: their orders still count, and are corrected as any other. */
export async function lockCustomerOrErased(
  tx: Pick<Database, 'select'>,
  caller: Pick<Caller, 'scope'>,
  id: string,
): Promise<LockedCustomer> {
  const [found] = isUuid(id)
    ? await tx
        .select()
        .from(customers)
        .where(and(eq(customers.id, id), isNull(customers.mergedIntoId), seenBy(tx, caller)))
        .for('update')
    : []
  if (!found) throw new RequestError(404, 'not_found', 'There is no such customer.')
  return found
}

/** As `withVisible` has it: at home in the caller's branches, or with an order there. */
export function seenBy(tx: Pick<Database, 'select'>, { scope }: Pick<Caller, 'scope'>): SQL | undefined {
  if (scope.branches === 'all') return undefined
  const ids = [...scope.branches]
  if (ids.length === 0) return sql`false`
  const ordered = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.customerId, customers.id), inArray(orders.branchId, ids)))
  return or(inArray(customers.homeBranchId, ids), exists(ordered))
}
