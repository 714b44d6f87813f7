import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { branches } from '@/db/schema/reference'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { findCustomers } from './found-customers'

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { timeZone: 'UTC', country: 'TZ' }, [
    { name: 'Asha Mushi', phone: '0712 345 678', orders: [{ at: '2026-01-01T00:00:00Z' }] },
    { name: 'Ashura Komba', phone: '+255739445652', orders: [{ at: '2026-03-01T00:00:00Z' }] },
    { name: 'Ashley', orders: [{ at: '2026-05-01T00:00:00Z', status: 'cancelled' }] },
    { name: 'Nasha Temba', orders: [{ at: '2026-04-01T00:00:00Z' }] },
    { name: 'Ásha Élan', organization: 'Blue Nile Motors', email: 'info@nile.example', plates: ['T 481 DXA'] },
    { name: '李明', plates: ['SM 1'], phone: '+255739445652' },
    { name: 'مريم حسن' },
    { name: 'At home in north', home: 'north', orders: [{ at: '2026-02-01T00:00:00Z', branch: 'airport' }] },
    {
      name: 'Seen in north',
      orders: [
        { at: '2025-02-01T00:00:00Z', branch: 'airport' },
        { at: '2025-03-01T00:00:00Z', branch: 'north' },
        { at: '2026-03-01T00:00:00Z', branch: 'airport' },
      ],
    },
    {
      name: 'Cancelled in north',
      orders: [
        { at: '2025-02-01T00:00:00Z', branch: 'airport' },
        { at: '2026-03-01T00:00:00Z', branch: 'north', status: 'cancelled' },
      ],
    },
    { name: 'Not in north', phone: '0788 000 111', orders: [{ at: '2026-03-01T00:00:00Z', branch: 'airport' }] },
    { name: 'Gone north', home: 'north' },
    { name: 'Erased north', home: 'north' },
  ])
  await recordKeys(database.db)
  const { db } = database
  await db
    .update(customers)
    .set({ mergedIntoId: id('Not in north') })
    .where(eq(customers.id, id('Gone north')))
  await db
    .update(customers)
    .set({ erasedAt: sql`now()` })
    .where(eq(customers.id, id('Erased north')))
})
afterAll(() => database.drop())

const id = (name: string) => ids.get(name) ?? ''
const clerk: Caller = { ...shellCaller(), role: 'clerk' }

async function of(...codes: string[]): Promise<Caller> {
  const rows = await database.db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
  return { ...clerk, scope: branchScope(rows.map((row) => row.id)) }
}

const names = async (q: string, caller = clerk) =>
  (await findCustomers(database.db, caller, q)).map(({ full_name }) => full_name)

describe('order of what is found', () => {
  test('names that begin with the text come first, whoever came last before the others', async () => {
    expect(await names('ash')).toEqual(['Ashura Komba', 'Asha Mushi', 'Ásha Élan', 'Ashley', 'Nasha Temba'])
  })

  test('an exact code stands before names that begin with it', async () => {
    expect(await names('ASHA MUSHI')).toEqual(['Asha Mushi'])
    const coded = { kind: 'customer_external_id', value: 'ashu', customerId: id('مريم حسن') } as const
    await database.db.insert(customerKeys).values(coded)
    expect(await names('ashu')).toEqual(['مريم حسن', 'Ashura Komba'])
  })

  test('two letters find beginnings of names, one finds nobody', async () => {
    expect(await names('as')).toEqual(['Ashura Komba', 'Asha Mushi', 'Ásha Élan', 'Ashley'])
    expect(await names('a')).toEqual([])
    expect(await names(' a ')).toEqual([])
    expect(await names('')).toEqual([])
    expect(await names('李明')).toEqual(['李明'])
  })
})

describe('each way of finding somebody', () => {
  test.each([
    ['a name without its accents', 'asha el', 'Ásha Élan'],
    ['part of a name', 'ushi', 'Asha Mushi'],
    ['right-to-left letters', 'حسن', 'مريم حسن'],
    ['the organisation', 'blue NILE', 'Ásha Élan'],
    ['the e-mail', 'Info@Nile.example', 'Ásha Élan'],
    ['part of the e-mail', '@nile', 'Ásha Élan'],
    ['a plate as it was written', 'T 481 DXA', 'Ásha Élan'],
    ['a plate without its spaces', 't481dxa', 'Ásha Élan'],
    ['the beginning of a plate', 't48', 'Ásha Élan'],
    ['a phone from abroad, recorded as dialled inside', '+255712345678', 'Asha Mushi'],
    ['part of a phone', '345 678', 'Asha Mushi'],
    ['two characters of a plate', 'sm', '李明'],
  ])('%s', async (_, q, name) => {
    expect(await names(q)).toEqual([name])
  })

  test('a phone that two share finds both, in every form', async () => {
    for (const q of ['0739445652', '+255 739 445 652', '739445652'])
      expect(await names(q), q).toEqual(['Ashura Komba', '李明'])
  })

  test('wildcards, quotes and markup are plain characters', async () => {
    for (const q of ['%%%', '___', "' or 1=1 --", '<b>ash</b>', 'as_a', '\\ash']) expect(await names(q), q).toEqual([])
  })
})

test('what is told of a customer is what tells them apart', async () => {
  await database.db.update(vehicles).set({ retiredAt: '2026-01-01T00:00:00Z' }).where(eq(vehicles.plate, 'SM 1'))
  const found = await findCustomers(database.db, clerk, 'sm 1')
  expect(found).toEqual([
    {
      id: id('李明'),
      external_id: '李明',
      full_name: '李明',
      organization_name: null,
      phone: '+255739445652',
      email: null,
      group: { key: 'unclassified', name: 'Unclassified', color: 5 },
      home_branch: { code: 'main', name: 'Main' },
      vehicles: [],
      last_order_at: null,
    },
  ])
})

test('whoever is merged into another customer or erased is not found', async () => {
  expect(await names('gone north')).toEqual([])
  expect(await names('erased')).toEqual([])
})

describe('a caller of some branches', () => {
  test('finds those at home there or with an order there, by what they can see of them', async () => {
    const found = await findCustomers(database.db, await of('north'), 'north')
    expect(
      found.map(({ full_name, last_order_at, home_branch }) => [full_name, home_branch.code, last_order_at]),
    ).toEqual([
      ['Seen in north', 'north', '2025-03-01T00:00:00.000Z'],
      ['At home in north', 'north', null],
      ['Cancelled in north', 'north', null],
    ])
  })

  test('finds nobody else by their phone, and nobody at all without a branch', async () => {
    expect(await names('0788000111', await of('north'))).toEqual([])
    expect(await names('0788000111', await of('airport'))).toEqual(['Not in north'])
    expect(await names('north', await of())).toEqual([])
  })
})

test('a viewer finds nobody to take an order for', async () => {
  await expect(findCustomers(database.db, { ...clerk, role: 'viewer' }, 'ash')).rejects.toMatchObject({ status: 403 })
})
