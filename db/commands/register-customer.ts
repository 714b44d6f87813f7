import { type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customerBranches, customerGroupMemberships, customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { sortName } from '@/db/text-folding'
import { type Registration, registeredSchema } from '@/lib/customers/registration'
import { writeAudit } from './audit'
import { type CustomerValues, customerValues, lookUpKeys } from './customer-fields'
import { type EnteredHome, homeBranch } from './home-branch'
import { type Once, onceFor } from './idempotency'
import { notifyChange } from './notify-change'
import { businessInCurrency } from './orders/currency-lock'
import { deriveCustomer } from './orders/derive-customer'
import { insertOrder } from './orders/insert-order'
import { notifyOrder } from './orders/notify-order'
import { refusedField } from './refused-field'
import { retriedTransaction, type Transaction } from './retried-transaction'
import { renewSearchText } from './vehicles'

const answerSchema = registeredSchema.omit({ success: true })
/** The ids of what was made. */
export type Registered = z.infer<typeof answerSchema>

/**
 * Registers a customer with its vehicle and at most one order, once for each key.
 * @throws RequestError 400 and 403 for what does not fit the records, and as `onceFor`.
 */
export async function registerCustomer(
  db: Database,
  caller: Caller,
  registration: Registration,
  once: Once,
): Promise<Registered> {
  assertMay(caller, 'enter')
  if (registration.order?.with_vehicle && registration.vehicle === null)
    throw refusedField('order.with_vehicle', 'No vehicle is registered that the order could be for.')
  return retriedTransaction(db, (tx) =>
    onceFor(tx, caller, once, answerSchema, () => register(tx, caller, registration)),
  )
}

async function register(tx: Transaction, caller: Caller, registration: Registration): Promise<Registered> {
  const values = await customerValues(tx, registration)
  const home = await homeBranch(tx, caller, registration)
  const id = await insertCustomer(tx, values, home)
  const vehicleId = await insertVehicle(tx, id, registration.vehicle)
  const keys = lookUpKeys(values, registration.vehicle ? [registration.vehicle.plate] : [])
  if (keys.length > 0) await tx.insert(customerKeys).values(keys.map((key) => ({ ...key, customerId: id })))
  await renewSearchText(tx, [id])
  await writeAudit(tx, caller, { action: 'customer.registered', subject: { kind: 'customer', id } })
  const told = { kind: 'customer', act: 'created', id, customer_id: id, version: 1 } as const
  await notifyChange(tx, { ...told, branch_ids: [home.branchId] })
  const orderId = await takeFirstOrder(tx, caller, { customerId: id, vehicleId }, registration.order)
  return { customer_id: id, vehicle_id: vehicleId, order_id: orderId }
}

/** Registered now, whatever day its first order is dated; what follows from that order is derived after it. */
async function insertCustomer(tx: Transaction, values: CustomerValues, home: EnteredHome): Promise<string> {
  const id = uuidv7()
  const now: SQL<string> = sql`date_trunc('milliseconds', now())`
  await tx.insert(customers).values({
    ...values,
    id,
    homeBranchId: home.branchId,
    homeBranchExplicit: home.isExplicit,
    registeredAt: now,
    registeredAtExplicit: true,
    knownSince: now,
    sortName: sortName(sql`${values.fullName}::text`),
    searchText: '',
  })
  await tx.insert(customerBranches).values({ customerId: id, branchId: home.branchId, knownSince: '-infinity' })
  const membership = { customerId: id, id: uuidv7(), groupId: values.groupId, validFrom: '-infinity' }
  await tx.insert(customerGroupMemberships).values(membership)
  return id
}

async function insertVehicle(
  tx: Transaction,
  customerId: string,
  vehicle: Registration['vehicle'],
): Promise<string | null> {
  if (vehicle === null) return null
  const id = uuidv7()
  await tx.insert(vehicles).values({ ...vehicle, customerId, id })
  return id
}

async function takeFirstOrder(
  tx: Transaction,
  caller: Caller,
  { customerId, vehicleId }: { customerId: string; vehicleId: string | null },
  fields: Registration['order'],
): Promise<string | null> {
  if (fields === null) return null
  const business = await businessInCurrency(tx)
  const entered = { customerId, page: 'registration', at: 'order.', fields, business } as const
  const ofOrder = fields.with_vehicle ? vehicleId : null
  const { id, branchId } = await insertOrder(tx, caller, { ...entered, vehicleId: ofOrder })
  await deriveCustomer(tx, customerId)
  await notifyOrder(tx, { act: 'created', id, customer_id: customerId, version: 1 }, [branchId])
  return id
}
