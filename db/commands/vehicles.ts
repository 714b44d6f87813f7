import { and, eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { foldedPlates, searchText } from '@/db/text-folding'
import { codeKey } from '@/lib/customers/look-up-keys'

/** A vehicle by the external id of its customer. */
export type NewVehicle = {
  customerExternalId: string
  plate: string
  make: string | null
  model: string | null
  year: number | null
}

/** A vehicle was given for an external id that no customer has. */
export class UnknownCustomerError extends Error {}

/**
 * Adds vehicles with their look-up keys and makes their customers findable by plate; no figure changes. Like an import
 * it is one transaction, whoever the vehicles belong to.
 * @throws UnknownCustomerError when a customer does not exist; then nothing is added.
 */
export async function addVehicles(db: Database, added: readonly NewVehicle[]): Promise<void> {
  if (added.length === 0) return
  await db.transaction(async (tx) => {
    const owners = await findOwners(tx, added)
    const rows = added.map(({ customerExternalId, ...vehicle }) => {
      const customerId = owners.get(customerExternalId)
      if (!customerId) throw new UnknownCustomerError(`No customer has the external id ${customerExternalId}.`)
      return { ...vehicle, customerId, id: uuidv7() }
    })
    await tx.insert(vehicles).values(rows)
    const keys = rows.map(({ plate, customerId }) => ({ kind: 'plate' as const, value: codeKey(plate), customerId }))
    await tx.insert(customerKeys).values(keys).onConflictDoNothing()
    await renewSearchText(tx, [...owners.values()])
  })
}

async function findOwners(tx: Pick<Database, 'select'>, added: readonly NewVehicle[]): Promise<Map<string, string>> {
  const externalIds = [...new Set(added.map((vehicle) => vehicle.customerExternalId))]
  const found = await tx
    .select({ externalId: customerKeys.value, id: customerKeys.customerId })
    .from(customerKeys)
    .where(and(eq(customerKeys.kind, 'customer_external_id'), inArray(customerKeys.value, externalIds)))
  return new Map(found.map(({ externalId, id }) => [externalId, id]))
}

/** Makes `search_text` of these customers anew, from what they and their vehicles are called now. */
export async function renewSearchText(
  tx: Pick<Database, 'update' | 'select'>,
  customerIds: readonly string[],
): Promise<void> {
  const { fullName, organizationName, email, externalId, phone } = customers
  const plates = tx
    .select({ plates: foldedPlates(vehicles.plate, vehicles.id) })
    .from(vehicles)
    .where(eq(vehicles.customerId, customers.id))
  await tx
    .update(customers)
    .set({ searchText: searchText({ fullName, organizationName, email, externalId, phone, plates: sql`(${plates})` }) })
    .where(inArray(customers.id, [...customerIds]))
}
