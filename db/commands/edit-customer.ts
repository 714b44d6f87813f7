import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller, hasBranch } from '@/db/access'
import type { Database } from '@/db/client'
import { customerGroupMemberships, customers } from '@/db/schema/customers'
import { branches } from '@/db/schema/reference'
import { sortName } from '@/db/text-folding'
import type { CustomerEdit } from '@/lib/customers/editing'
import { RequestError } from '@/lib/failure'
import { clockInstant } from './clock-instant'
import { tellCustomerChanged } from './customer-change'
import { type CustomerValues, customerValues } from './customer-fields'
import { type LockedCustomer, lockCustomer } from './lock-customer'
import { lookUpsOf, replaceLookUps } from './merging/look-ups'
import { namedBranch } from './named-branch'
import { deriveCustomer } from './orders/derive-customer'
import { retriedTransaction, type Transaction } from './retried-transaction'
import { renewSearchText } from './vehicles'

/** A customer as it was read: whoever edits it says which version they saw. */
export type SeenCustomer = { id: string; version: number }

/**
 * Edits what is recorded of a customer. What is looked up by, searched and sorted by follows; a new group begins a new
 * membership. Nothing is written where nothing is different.
 * @throws RequestError 409 `changed_meanwhile` where the customer has another version by now, 400 and 403 for what does
 * not fit the records, and as `lockCustomer`.
 */
export async function editCustomer(
  db: Database,
  caller: Caller,
  seen: SeenCustomer,
  { branch, ...entered }: CustomerEdit,
): Promise<void> {
  assertMay(caller, 'enter')
  await retriedTransaction(db, async (tx) => {
    const before = await lockCustomer(tx, caller, seen.id)
    if (before.version !== seen.version)
      throw new RequestError(
        409,
        'changed_meanwhile',
        'Somebody changed this customer meanwhile. Nothing was overwritten.',
      )
    const values = await customerValues(tx, entered, before)
    const home = await homeBranch(tx, caller, before, branch)
    const after = { ...values, ...home }
    const fields = EDITED.filter((field) => before[field] !== after[field])
    if (fields.length === 0) return
    const version = before.version + 1
    const lookUps = await lookUpsOf(tx, [before.id])
    await tx
      .update(customers)
      .set({ ...after, sortName: sortName(sql`${values.fullName}::text`), version, updatedAt: sql`clock_timestamp()` })
      .where(eq(customers.id, before.id))
    await renewSearchText(tx, [before.id])
    await replaceLookUps(tx, lookUps, await lookUpsOf(tx, [before.id]))
    if (values.groupId !== before.groupId) await changeGroup(tx, before.id, values.groupId)
    const homes = [before.homeBranchId, await settledHome(tx, caller, before, home)]
    const detail = { fields }
    await tellCustomerChanged(tx, caller, { id: before.id, version, homes }, { action: 'customer.changed', detail })
  })
}

type Home = Pick<LockedCustomer, 'homeBranchId' | 'homeBranchExplicit'>

const EDITED = [
  'fullName',
  'organizationName',
  'phone',
  'email',
  'address',
  'taxNumber',
  'personRole',
  'groupId',
  'homeBranchId',
  'homeBranchExplicit',
] as const satisfies readonly (keyof CustomerValues | keyof Home)[]

/** The home branch that is asked for: null leaves it to the orders. One that stays is nobody's to refuse. */
async function homeBranch(tx: Transaction, caller: Caller, before: LockedCustomer, code: string | null): Promise<Home> {
  const { homeBranchId, homeBranchExplicit } = before
  if (code === null) return { homeBranchId, homeBranchExplicit: false }
  const [present] = await tx.select({ code: branches.code }).from(branches).where(eq(branches.id, homeBranchId))
  if (homeBranchExplicit && present?.code === code) return { homeBranchId, homeBranchExplicit }
  const id = await namedBranch(tx, caller.scope, code, 'branch', homeBranchId)
  if (!hasBranch(caller.scope, homeBranchId)) throw notTheirsToMove()
  return { homeBranchId: id, homeBranchExplicit: true }
}

/**
 * The home branch as it is in the end, derived from the orders where it is left to them.
 * @throws RequestError 403 where that would take the customer to or from a branch that is not the caller's.
 */
async function settledHome(tx: Transaction, caller: Caller, before: LockedCustomer, home: Home): Promise<string> {
  await deriveCustomer(tx, before.id)
  if (home.homeBranchExplicit) return home.homeBranchId
  const [after] = await tx.select({ id: customers.homeBranchId }).from(customers).where(eq(customers.id, before.id))
  const id = after?.id ?? before.homeBranchId
  if (id === before.homeBranchId) return id
  if (!hasBranch(caller.scope, before.homeBranchId)) throw notTheirsToMove()
  if (!hasBranch(caller.scope, id))
    throw new RequestError(
      403,
      'branch_not_allowed',
      'The first order of this customer is of another branch. Choose one of yours.',
      [{ name: 'branch', message: 'Choose one of your branches.' }],
    )
  return id
}

/** Nobody takes a customer's home away from a branch that is not theirs. */
function notTheirsToMove(): RequestError {
  const message = 'The home branch of this customer is not among yours. Somebody of that branch can change it.'
  return new RequestError(403, 'branch_not_allowed', message, [{ name: 'branch', message }])
}

async function changeGroup(tx: Transaction, customerId: string, groupId: string): Promise<void> {
  const memberships = customerGroupMemberships
  const instant = await clockInstant(tx)
  await tx
    .update(memberships)
    .set({ validTo: instant })
    .where(and(eq(memberships.customerId, customerId), isNull(memberships.validTo)))
  await tx.insert(memberships).values({ customerId, id: uuidv7(), groupId, validFrom: instant })
}
