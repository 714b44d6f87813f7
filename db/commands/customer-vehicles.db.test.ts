import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { testCaller } from '@/db/testing/callers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { addVehicle, changeVehicle, setVehicleRetired } from './customer-vehicles'

const HILUX = { plate: 'T 482 DKR', make: 'Toyota', model: 'Hilux', year: 2014 }
const ORDER = { at: '2026-03-05T10:00:00Z', branch: 'north' }

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  const settings = { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', country: 'TZ' }
  const names = ['Asha', 'Baraka', 'Chausiku', 'Daudi', 'Erasto', 'Fatuma', 'Gift']
  ids = await recordWorkshop(
    database.db,
    settings,
    names.map((name) => ({
      name,
      home: name === 'Daudi' ? 'south' : 'north',
      orders: name === 'Daudi' ? [] : [ORDER],
    })),
  )
})
afterAll(() => database.drop())

const idOf = (name: string) => ids.get(name) ?? ''
const clerk = (branches?: string[]) => testCaller(database.db, 'clerk', branches && { branches })

async function lookUp(name: string) {
  const [keys, [customer]] = await Promise.all([
    database.db
      .select()
      .from(customerKeys)
      .where(eq(customerKeys.customerId, idOf(name))),
    database.db
      .select()
      .from(customers)
      .where(eq(customers.id, idOf(name))),
  ])
  return { plates: keys.map(({ value }) => value).sort(), searched: customer?.searchText.split('\n').slice(2).sort() }
}

async function seen(vehicleId: string) {
  const [found] = await database.db.select().from(vehicles).where(eq(vehicles.id, vehicleId))
  if (!found) throw new Error('the test names a vehicle that is not there')
  return { customerId: found.customerId, vehicleId, version: found.version }
}

test('adding, changing and retiring vehicles changes no figure of anybody', async () => {
  const asked = groupsParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', group: 'unclassified', activity: 'all' })
  const before = await getCustomerGroups(database.db, systemScope(), asked)
  const caller = await clerk()
  const first = await addVehicle(database.db, caller, idOf('Asha'), HILUX)
  await addVehicle(database.db, caller, idOf('Asha'), { ...HILUX, plate: 'T 1' })
  await changeVehicle(database.db, caller, await seen(first), { ...HILUX, plate: 'T 2' })
  await setVehicleRetired(database.db, caller, await seen(first), true)
  expect(await getCustomerGroups(database.db, systemScope(), asked)).toEqual(before)
})

test('a vehicle whose form is sent again is there once, and no other customer’s is touched', async () => {
  const caller = await clerk()
  const sending = randomUUID()
  const add = (name: string, plate: string) => addVehicle(database.db, caller, idOf(name), { ...HILUX, plate }, sending)
  const [first, again] = await Promise.all([add('Fatuma', 'T 7'), add('Fatuma', 'T 7')])
  expect(again).toBe(first)
  await expect(add('Fatuma', 'T 8')).rejects.toMatchObject({ status: 409, code: 'saved_before' })
  expect(await add('Gift', 'T 9')).not.toBe(first)
  expect((await lookUp('Fatuma')).plates).toEqual(['T7'])
  expect((await lookUp('Gift')).plates).toEqual(['T9'])
})

test('the customer is looked up by the plates in use and searched by all', async () => {
  const caller = await clerk()
  const id = await addVehicle(database.db, caller, idOf('Baraka'), HILUX)
  await addVehicle(database.db, caller, idOf('Baraka'), { ...HILUX, plate: 'SU-10234' })
  expect(await lookUp('Baraka')).toEqual({ plates: ['SU10234', 'T482DKR'], searched: ['su-10234', 't 482 dkr'] })
  await changeVehicle(database.db, caller, await seen(id), { ...HILUX, plate: 'T 483 DKR' })
  expect(await lookUp('Baraka')).toEqual({ plates: ['SU10234', 'T483DKR'], searched: ['su-10234', 't 483 dkr'] })
  await setVehicleRetired(database.db, caller, await seen(id), true)
  expect(await lookUp('Baraka')).toEqual({ plates: ['SU10234'], searched: ['su-10234', 't 483 dkr'] })
  await setVehicleRetired(database.db, caller, await seen(id), false)
  expect((await lookUp('Baraka')).plates).toEqual(['SU10234', 'T483DKR'])
})

test('a vehicle is recorded once, also where the same is sent twice at a time', async () => {
  const caller = await clerk()
  const twice = await Promise.allSettled(
    ['T 9 XY', 't9xy'].map((plate) => addVehicle(database.db, caller, idOf('Chausiku'), { ...HILUX, plate })),
  )
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const theirs = await database.db
    .select()
    .from(vehicles)
    .where(eq(vehicles.customerId, idOf('Chausiku')))
  expect(theirs).toHaveLength(1)
  await setVehicleRetired(database.db, caller, await seen(theirs[0]?.id ?? ''), true)
  await expect(addVehicle(database.db, caller, idOf('Chausiku'), { ...HILUX, plate: 'T9XY' })).rejects.toMatchObject({
    code: 'vehicle_known',
    message: expect.stringContaining('bring it back'),
  })
})

test('a vehicle that somebody else has changed meanwhile is not overwritten', async () => {
  const caller = await clerk()
  const old = await seen(await addVehicle(database.db, caller, idOf('Erasto'), HILUX))
  await changeVehicle(database.db, caller, old, { ...HILUX, year: 2015 })
  const meanwhile = { code: 'changed_meanwhile' }
  await expect(changeVehicle(database.db, caller, old, { ...HILUX, year: 2016 })).rejects.toMatchObject(meanwhile)
  await expect(setVehicleRetired(database.db, caller, old, true)).rejects.toMatchObject(meanwhile)
})

test('nobody touches the vehicles of customers that they do not see, nor a viewer any', async () => {
  const id = await addVehicle(database.db, await clerk(), idOf('Daudi'), HILUX)
  const north = await clerk(['north'])
  await expect(addVehicle(database.db, north, idOf('Daudi'), HILUX)).rejects.toMatchObject({ status: 404 })
  await expect(setVehicleRetired(database.db, north, await seen(id), true)).rejects.toMatchObject({ status: 404 })
  // A vehicle under another customer's id is nobody's.
  const mixed = { ...(await seen(id)), customerId: idOf('Asha') }
  await expect(changeVehicle(database.db, north, mixed, HILUX)).rejects.toMatchObject({ status: 404 })
  const viewer = await testCaller(database.db, 'viewer')
  await expect(addVehicle(database.db, viewer, idOf('Asha'), HILUX)).rejects.toMatchObject({ status: 403 })
})
