import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customerMerges, customers, notes, vehicles } from '@/db/schema/customers'
import { ERASED_NAME } from '@/lib/customers/erasing'
import { RequestError } from '@/lib/failure'
import { tellCustomerChanged, unchanged } from './customer-change'
import { discardWaitingImports } from './import/job-ends'
import { type LockedCustomer, lockCustomer } from './lock-customer'
import { assertSeesAll, mergedInto } from './merging/lock-pair'
import { retriedTransaction, type Transaction } from './retried-transaction'
import { renewSearchText } from './vehicles'

/** Nothing leads from a person to all that was ever written of them, so some tables are read whole. */
const LONGEST_MS = 60_000

/**
 * Erases a person on request, with everybody who was merged into them: name, contacts, tax number, vehicles, notes and
 * whatever was written about their orders, now and in any history, and files that wait to be imported. Orders, amounts,
 * dates, branches, groups and codes stay, and so every figure. Nothing brings it back.
 * @throws RequestError 403 `beyond_your_branches`, 409 `changed_meanwhile` for another version, and as `lockCustomer`.
 */
export async function eraseCustomer(
  db: Database,
  caller: Caller,
  { id, version }: { id: string; version: number },
): Promise<void> {
  assertMay(caller, 'edit')
  await retriedTransaction(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = ${sql.raw(String(LONGEST_MS))}`)
    const customer = await lockCustomer(tx, caller, id)
    if (customer.version !== version)
      throw new RequestError(409, 'changed_meanwhile', 'Somebody changed this customer meanwhile. Look again first.')
    await assertSeesAll(tx, caller.scope, [id])
    const ids = [id, ...(await mergedInto(tx, [id])).map((merged) => merged.id)]
    await eraseRecords(tx, ids)
    await eraseOrderTexts(tx, ids)
    await eraseIdentity(tx, ids)
    await discardWaitingImports(tx)
    await tell(tx, caller, customer)
  })
}

async function eraseRecords(tx: Transaction, ids: string[]): Promise<void> {
  await tx.delete(vehicles).where(inArray(vehicles.customerId, ids))
  await tx.delete(notes).where(inArray(notes.customerId, ids))
  await tx.execute(sql`
    delete from customer_keys
    where kind not in ('customer_external_id', 'order_external_id') and customer_id in ${ids}`)
  // Also of merges that were undone: what was filled in then was theirs, or the other one's.
  await tx
    .update(customerMerges)
    .set({ moved: sql`${customerMerges.moved} || '{"filled": {}}'` })
    .where(or(inArray(customerMerges.customerId, ids), inArray(customerMerges.mergedCustomerId, ids)))
}

/**
 * An order may have been another customer's for a while: its history then lies there, and the history of others' orders
 * here. Both go.
 */
async function eraseOrderTexts(tx: Transaction, ids: string[]): Promise<void> {
  const theirs = sql`customer_id in ${ids}`
  await tx.execute(sql`
    update order_history set description = null, details = null, reason = null, vehicle_id = null
    where (${theirs} or order_id in (select id from orders where ${theirs})) and ${hasText(sql`reason is not null`)}`)
  await tx.execute(sql`
    update orders set description = null, details = null, vehicle_id = null, version = version + 1, updated_at = now()
    where ${theirs} and ${hasText(sql`false`)}`)
}

function hasText(orElse: SQL): SQL {
  return sql`(description is not null or details is not null or vehicle_id is not null or ${orElse})`
}

async function eraseIdentity(tx: Transaction, ids: string[]): Promise<void> {
  const nothing = { organizationName: null, phone: null, email: null, address: null, taxNumber: null, personRole: null }
  const named = { fullName: ERASED_NAME, sortName: ERASED_NAME.toLowerCase() }
  const marks = { erasedAt: sql`now()`, updatedAt: sql`now()`, version: sql`${customers.version} + 1` }
  await tx
    .update(customers)
    .set({ ...named, ...nothing, ...marks })
    .where(inArray(customers.id, ids))
  await renewSearchText(tx, ids)
}

async function tell(tx: Transaction, caller: Caller, customer: LockedCustomer): Promise<void> {
  const changed = { ...unchanged(customer), version: customer.version + 1 }
  await tellCustomerChanged(tx, caller, changed, { action: 'customer.erased' })
}
