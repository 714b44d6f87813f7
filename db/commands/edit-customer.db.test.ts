import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { getCustomerProfile } from '@/db/queries/customer-profile'
import { findCustomerToEdit } from '@/db/queries/customer-to-edit'
import { customerGroupMemberships, customers } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { testCaller } from '@/db/testing/callers'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { profileParamsSchema } from '@/lib/customers/contract'
import { type CustomerEdit, customerEditSchema } from '@/lib/customers/editing'
import { editCustomer } from './edit-customer'

/** Of this database alone: those of other tests may wait, too. */
const WAITING = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
const ORDER = { at: '2026-03-05T10:00:00Z', branch: 'north' }

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  const settings = { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', country: 'TZ' }
  ids = await recordWorkshop(
    database.db,
    settings,
    [
      { name: 'Asha', group: 'personal', phone: '+255739445652', email: 'asha@x.example', plates: ['T 1 AB'] },
      { name: 'Baraka', group: 'personal' },
      { name: 'Chausiku', group: 'company', organization: 'Chausiku Ltd', orders: [ORDER] },
      { name: 'Daudi', group: 'personal', home: 'south', orders: [ORDER] },
      { name: 'Erasto', group: 'personal' },
    ],
    ['south'],
  )
  await recordKeys(database.db)
})
afterAll(() => database.drop())

const idOf = (name: string) => ids.get(name) ?? ''
const clerk = (branches?: string[]) => testCaller(database.db, 'clerk', branches && { branches })

async function row(name: string) {
  const [found] = await database.db
    .select()
    .from(customers)
    .where(eq(customers.id, idOf(name)))
  if (!found) throw new Error(`there is no ${name}`)
  return found
}

/** What the form would send: what is recorded, but for `changes`. */
async function edit(name: string, changes: Partial<CustomerEdit>, by = clerk(), version?: number) {
  const caller = await by
  const read = await findCustomerToEdit(database.db, systemScope(), idOf(name))
  if (!read) throw new Error(`${name} can not be edited`)
  const {
    customer_id: id,
    version: seen,
    ...fields
  } = customerEditSchema.parse({
    ...read.texts,
    customer_id: read.id,
    version: version ?? read.version,
  })
  await editCustomer(database.db, caller, { id, version: seen }, { ...fields, ...changes })
}

async function keysOf(name: string): Promise<string[]> {
  const found = await database.db
    .select()
    .from(customerKeys)
    .where(eq(customerKeys.customerId, idOf(name)))
  return found.map(({ kind, value }) => `${kind} ${value}`).sort()
}

test('a new name, phone and e-mail are what the customer is sorted by, searched and looked up by', async () => {
  await edit('Asha', { full_name: 'Ásha  Mwakyusa', phone: '0739 445 653', email: 'am@x.example', tax_number: '12-34' })
  const asha = await row('Asha')
  expect(asha).toMatchObject({ phone: '+255739445653', sortName: 'asha mwakyusa', version: 2 })
  expect(asha.searchText.split('\n')).toEqual(['asha mwakyusa', 'am@x.example', 'asha', '255739445653', 't 1 ab'])
  expect(await keysOf('Asha')).toEqual([
    'customer_external_id Asha',
    'email am@x.example',
    'phone 255739445653',
    'plate T1AB',
    'tax_number 1234',
  ])
})

test('whoever edits what somebody else has changed meanwhile is told, and overwrites nothing', async () => {
  await edit('Baraka', { address: 'Plot 7' })
  await expect(edit('Baraka', { address: 'Plot 8' }, clerk(), 1)).rejects.toMatchObject({ code: 'changed_meanwhile' })
  expect(await row('Baraka')).toMatchObject({ address: 'Plot 7', version: 2 })
})

test('of two who save at the same moment one is told', async () => {
  const version = (await row('Erasto')).version
  const both = await Promise.allSettled(
    ['Plot 1', 'Plot 2'].map((address) => edit('Erasto', { address }, clerk(), version)),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await row('Erasto')).version).toBe(version + 1)
})

test('nothing is written where nothing is different', async () => {
  const { version, updatedAt } = await row('Chausiku')
  await edit('Chausiku', {})
  expect(await row('Chausiku')).toMatchObject({ version, updatedAt })
})

test('another group begins a membership where the one before ends, and the profile tells both', async () => {
  await edit('Baraka', { group: 'company', organization_name: 'Baraka Ltd' })
  const rows = await database.db
    .select()
    .from(customerGroupMemberships)
    .where(eq(customerGroupMemberships.customerId, idOf('Baraka')))
    .orderBy(customerGroupMemberships.validFrom)
  expect(rows).toHaveLength(2)
  expect(rows[0]?.validTo).toBe(rows[1]?.validFrom)
  expect(rows[1]?.validTo).toBeNull()
  const profile = await getCustomerProfile(database.db, systemScope(), idOf('Baraka'), profileParamsSchema.parse({}))
  expect(profile?.customer.memberships).toMatchObject([
    { key: 'personal', since: null },
    { key: 'company', until: null },
  ])
  expect(profile?.customer.memberships[1]?.since).toBe(profile?.customer.memberships[0]?.until)
})

test('a group that asks for an organisation, a role that is none and a text that is no phone are refused', async () => {
  const refused = (field: string) => ({ status: 400, fields: [{ name: field }] })
  await expect(edit('Chausiku', { phone: 'call me' })).rejects.toMatchObject(refused('phone'))
  await expect(edit('Chausiku', { person_role: 'owner' })).rejects.toMatchObject(refused('person_role'))
  await expect(edit('Chausiku', { group: 'none' })).rejects.toMatchObject(refused('group'))
  await database.db.execute(sql`update customer_groups set requires_organization = true where key = 'ngo'`)
  await expect(edit('Chausiku', { group: 'ngo', organization_name: null })).rejects.toMatchObject(
    refused('organization_name'),
  )
})

test('the home branch is set by hand, and left to the first order again', async () => {
  await edit('Chausiku', { branch: 'south' })
  expect(await row('Chausiku')).toMatchObject({ homeBranchExplicit: true })
  await edit('Chausiku', { branch: null })
  expect(await findCustomerToEdit(database.db, systemScope(), idOf('Chausiku'))).toMatchObject({
    texts: { branch: '' },
    home: { code: 'north' },
  })
})

test('whoever is limited to branches edits the customers they see, and gives them no other branch than theirs', async () => {
  const north = clerk(['north'])
  await edit('Daudi', { address: 'Plot 9' }, north)
  expect(await row('Daudi')).toMatchObject({ address: 'Plot 9' })
  await expect(edit('Daudi', { branch: 'main' }, north)).rejects.toMatchObject({ status: 403 })
  await expect(edit('Asha', { address: 'Plot 9' }, north)).rejects.toMatchObject({ status: 404 })
})

test('nobody takes a customer home from a branch that is not theirs, by hand or by leaving it to the orders', async () => {
  await edit('Daudi', { branch: 'south' })
  const { homeBranchId } = await row('Daudi')
  const refused = { status: 403, code: 'branch_not_allowed', fields: [{ name: 'branch' }] }
  for (const branch of ['north', null])
    await expect(edit('Daudi', { branch }, clerk(['north']))).rejects.toMatchObject(refused)
  expect(await row('Daudi')).toMatchObject({ homeBranchId, homeBranchExplicit: true })
  const homeFor = async (branches: string[]) => {
    const { scope } = await clerk(branches)
    return (await findCustomerToEdit(database.db, scope, idOf('Daudi')))?.home
  }
  expect(await homeFor(['north'])).toMatchObject({ code: 'south', isElsewhere: true })
  expect(await homeFor(['north', 'south'])).toMatchObject({ code: 'south', isElsewhere: false })
  await edit('Daudi', { branch: 'north' }, clerk(['north', 'south']))
})

test('whoever waited for another change of the group begins the next membership after it', async () => {
  const before = await row('Asha')
  const at = await database.db.transaction(async (tx) => {
    await tx.execute(sql`select from customers where id = ${before.id} for update`)
    const waiting = edit('Asha', { group: 'company', organization_name: 'Asha Ltd' })
    await expect.poll(async () => (await database.pool.query(WAITING)).rowCount).toBeGreaterThan(0)
    const { rows } = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
    return { instant: rows[0]?.at, waiting }
  })
  await at.waiting
  const [later] = await database.db
    .select({ isAfter: sql<boolean>`${customerGroupMemberships.validFrom} > ${at.instant}::timestamptz` })
    .from(customerGroupMemberships)
    .where(sql`${customerGroupMemberships.customerId} = ${before.id} and ${customerGroupMemberships.validTo} is null`)
  expect(later).toEqual({ isAfter: true })
})

test('by what somebody was looked up who was merged, the customer is still found when it is edited', async () => {
  const merged = { mergedIntoId: idOf('Chausiku'), phone: '+255700000001', email: 'erasto@x.example' }
  await database.db
    .update(customers)
    .set(merged)
    .where(eq(customers.id, idOf('Erasto')))
  await edit('Chausiku', { phone: merged.phone, email: merged.email })
  await edit('Chausiku', { phone: null, email: null })
  expect(await keysOf('Chausiku')).toEqual(expect.arrayContaining(['email erasto@x.example', 'phone 255700000001']))
  await database.db
    .update(customers)
    .set({ mergedIntoId: null })
    .where(eq(customers.id, idOf('Erasto')))
})

test('a viewer edits nothing, and nobody edits who was merged or erased', async () => {
  await expect(edit('Daudi', { address: '' }, testCaller(database.db, 'viewer'))).rejects.toMatchObject({ status: 403 })
  const version = 1
  const fields = customerEditSchema.parse({ full_name: 'X', group: 'personal', branch: '', customer_id: '', version })
  await database.db
    .update(customers)
    .set({ erasedAt: sql`now()` })
    .where(eq(customers.id, idOf('Erasto')))
  const seen = { id: idOf('Erasto'), version }
  await expect(editCustomer(database.db, await clerk(), seen, fields)).rejects.toMatchObject({ code: 'erased' })
  await database.db
    .update(customers)
    .set({ mergedIntoId: idOf('Asha') })
    .where(eq(customers.id, idOf('Erasto')))
  await expect(editCustomer(database.db, await clerk(), seen, fields)).rejects.toMatchObject({ status: 404 })
})
