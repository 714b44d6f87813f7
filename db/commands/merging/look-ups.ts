import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type LookUpKey, lookUpKeys } from '@/db/commands/customer-fields'
import type { Transaction } from '@/db/commands/retried-transaction'
import { vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { mergedInto, readCustomer } from './lock-pair'

type OwnedKey = LookUpKey & { customerId: string }

/**
 * By what these customers are to be looked up as things stand: their code, phone, e-mail, tax number and plates in use,
 * and the same of whoever was merged into them. The codes of orders go with the orders.
 */
export async function lookUpsOf(tx: Transaction, ids: readonly string[]): Promise<OwnedKey[]> {
  const lists = await Promise.all(ids.map((id) => lookUpsOfOne(tx, id)))
  return lists.flat()
}

async function lookUpsOfOne(tx: Transaction, customerId: string): Promise<OwnedKey[]> {
  const customer = await readCustomer(tx, customerId)
  if (customer.mergedIntoId !== null) return []
  const inUse = and(eq(vehicles.customerId, customerId), isNull(vehicles.retiredAt))
  const plates = await tx.select({ plate: vehicles.plate }).from(vehicles).where(inUse)
  const own = lookUpKeys(
    customer,
    plates.map(({ plate }) => plate),
  )
  const theirs = await mergedInto(tx, [customerId])
  const codes = [customer, ...theirs]
    .map(({ externalId }) => externalId)
    .filter((code) => code !== null)
    .map((value) => ({ kind: 'customer_external_id' as const, value }))
  return [...own, ...theirs.flatMap((merged) => lookUpKeys(merged, [])), ...codes].map((key) => ({
    ...key,
    customerId,
  }))
}

/** Takes away what is looked up no more and adds what is looked up now. */
export async function replaceLookUps(
  tx: Transaction,
  before: readonly OwnedKey[],
  after: readonly OwnedKey[],
): Promise<void> {
  const nameOf = ({ kind, value, customerId }: OwnedKey) => JSON.stringify([kind, value, customerId])
  const stays = new Set(after.map(nameOf))
  for (const { kind, value, customerId } of before.filter((key) => !stays.has(nameOf(key)))) {
    const which = [eq(customerKeys.kind, kind), eq(customerKeys.value, value), eq(customerKeys.customerId, customerId)]
    await tx.delete(customerKeys).where(and(...which))
  }
  if (after.length > 0)
    await tx
      .insert(customerKeys)
      .values([...after])
      .onConflictDoNothing()
}

/** The codes of orders lead to whom the orders have now. */
export async function moveOrderCodes(tx: Transaction, codes: readonly string[], customerId: string): Promise<void> {
  if (codes.length === 0) return
  const all = sql`(select value from json_array_elements_text(${JSON.stringify(codes)}::json))`
  await tx
    .update(customerKeys)
    .set({ customerId })
    .where(and(eq(customerKeys.kind, 'order_external_id'), inArray(customerKeys.value, all)))
}
