import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { codeKey } from '@/lib/customers/look-up-keys'
import type { VehicleFields } from '@/lib/customers/registration'
import { RequestError } from '@/lib/failure'
import { tellCustomerChanged, unchanged } from './customer-change'
import { type LockedCustomer, lockCustomer } from './lock-customer'
import { recordId, savedBefore } from './sent-again'
import { renewSearchText } from './vehicles'

/** A vehicle of a customer as it was read: whoever changes it says which version they saw. */
export type SeenVehicle = { customerId: string; vehicleId: string; version: number }

type Vehicle = typeof vehicles.$inferSelect

/**
 * Records one more vehicle of a customer; gives its id. `sending` is a uuid that is the same where the same form is sent
 * again, which makes no second vehicle.
 * @throws RequestError 409 `vehicle_known` where the customer has this plate already, 409 `saved_before` for another
 * vehicle under the same `sending`, and as `lockCustomer`.
 */
export async function addVehicle(
  db: Database,
  caller: Caller,
  customerId: string,
  fields: VehicleFields,
  sending: string = uuidv7(),
): Promise<string> {
  assertMay(caller, 'enter')
  return db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, caller, customerId)
    const id = recordId(customer.id, sending)
    if (await wasAdded(tx, customer.id, id, fields)) return id
    await assertNewPlate(tx, customer.id, fields.plate)
    await tx.insert(vehicles).values({ ...fields, customerId: customer.id, id })
    await keepInStep(tx, customer, null)
    await tellCustomerChanged(tx, caller, unchanged(customer), { action: 'vehicle.added', detail: { vehicle_id: id } })
    return id
  })
}

/**
 * Gives a vehicle another plate, make, model or year.
 * @throws RequestError 409 `changed_meanwhile` or `vehicle_known`, 404 for a vehicle of nobody, and as `lockCustomer`.
 */
export async function changeVehicle(
  db: Database,
  caller: Caller,
  seen: SeenVehicle,
  fields: VehicleFields,
): Promise<void> {
  assertMay(caller, 'enter')
  await db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, caller, seen.customerId)
    const before = await lockVehicle(tx, seen)
    if (codeKey(fields.plate) !== codeKey(before.plate)) await assertNewPlate(tx, customer.id, fields.plate)
    await updateVehicle(tx, before, fields)
    await keepInStep(tx, customer, before)
    await tellCustomerChanged(tx, caller, unchanged(customer), vehicleChanged(before.id, Object.keys(fields)))
  })
}

/**
 * Says that a vehicle is no longer the customer's, or is theirs again; its orders keep it.
 * @throws RequestError 409 `changed_meanwhile`, 404 for a vehicle of nobody, and as `lockCustomer`.
 */
export async function setVehicleRetired(
  db: Database,
  caller: Caller,
  seen: SeenVehicle,
  retired: boolean,
): Promise<void> {
  assertMay(caller, 'enter')
  await db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, caller, seen.customerId)
    const before = await lockVehicle(tx, seen)
    await updateVehicle(tx, before, { retiredAt: retired ? sql`now()` : null })
    await keepInStep(tx, customer, before)
    await tellCustomerChanged(tx, caller, unchanged(customer), vehicleChanged(before.id, ['retired_at']))
  })
}

const vehicleChanged = (id: string, fields: string[]) =>
  ({ action: 'vehicle.changed', detail: { vehicle_id: id, fields } }) as const

async function lockVehicle(tx: Pick<Database, 'select'>, seen: SeenVehicle): Promise<Vehicle> {
  const { customerId, vehicleId, version } = seen
  const [found] = isUuid(vehicleId)
    ? await tx
        .select()
        .from(vehicles)
        .where(and(eq(vehicles.customerId, customerId), eq(vehicles.id, vehicleId)))
        .for('update')
    : []
  if (!found) throw new RequestError(404, 'not_found', 'There is no such vehicle.')
  if (found.version !== version)
    throw new RequestError(
      409,
      'changed_meanwhile',
      'Somebody changed this vehicle meanwhile. It is shown as it is now: look again before you change it.',
    )
  return found
}

async function updateVehicle(
  tx: Pick<Database, 'update'>,
  { customerId, id }: Vehicle,
  values: PgUpdateSetSource<typeof vehicles>,
): Promise<void> {
  await tx
    .update(vehicles)
    .set({ ...values, version: sql`${vehicles.version} + 1` })
    .where(and(eq(vehicles.customerId, customerId), eq(vehicles.id, id)))
}

/** Whether this very vehicle was added by a sending whose answer was lost. */
async function wasAdded(
  tx: Pick<Database, 'select'>,
  customerId: string,
  id: string,
  { plate, make, model, year }: VehicleFields,
): Promise<boolean> {
  const which = and(eq(vehicles.customerId, customerId), eq(vehicles.id, id))
  const [found] = await tx.select().from(vehicles).where(which)
  if (!found) return false
  const isSame = found.plate === plate && found.make === make && found.model === model && found.year === year
  if (!isSame) throw savedBefore()
  return true
}

/** A vehicle is there once, also after a double click, and comes back rather than being entered again. */
async function assertNewPlate(tx: Pick<Database, 'select'>, customerId: string, plate: string): Promise<void> {
  const theirs = await tx.select().from(vehicles).where(eq(vehicles.customerId, customerId))
  const same = theirs.find((vehicle) => codeKey(vehicle.plate) === codeKey(plate))
  if (!same) return
  const message = same.retiredAt
    ? 'This vehicle is among those that are no longer theirs: bring it back instead.'
    : 'This customer has a vehicle with this plate already.'
  throw new RequestError(409, 'vehicle_known', message, [{ name: 'plate', message }])
}

/**
 * Keeps the look-up in step: the plates in use lead to the customer, those of retired vehicles only by searching.
 * `before` is the vehicle as it was.
 */
async function keepInStep(
  tx: Pick<Database, 'select' | 'insert' | 'update' | 'delete'>,
  customer: LockedCustomer,
  before: Vehicle | null,
): Promise<void> {
  const inUse = await tx
    .select({ plate: vehicles.plate })
    .from(vehicles)
    .where(and(eq(vehicles.customerId, customer.id), isNull(vehicles.retiredAt)))
  const keys = new Set(inUse.map(({ plate }) => codeKey(plate)))
  const gone = before && codeKey(before.plate)
  if (gone !== null && !keys.has(gone)) await tx.delete(customerKeys).where(isKey(gone, customer.id))
  const values = [...keys].map((value) => ({ kind: 'plate' as const, value, customerId: customer.id }))
  if (values.length > 0) await tx.insert(customerKeys).values(values).onConflictDoNothing()
  await renewSearchText(tx, [customer.id])
}

const isKey = (value: string, customerId: string) =>
  and(eq(customerKeys.kind, 'plate'), eq(customerKeys.value, value), eq(customerKeys.customerId, customerId))
