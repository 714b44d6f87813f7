import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { customers } from '@/db/schema/customers'
import { branches } from '@/db/schema/reference'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { duplicateQuestionSchema } from '@/lib/customers/finding'
import { findDuplicates } from './duplicates'

let database: TestDatabase
let ids: Map<string, string>
let north: Caller
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  ids = await recordWorkshop(db, { timeZone: 'UTC', country: 'TZ' }, [
    { name: 'Asha Mushi', phone: '0712 345 678', email: 'Asha@example.invalid', home: 'north', plates: ['T 481 DXA'] },
    { name: 'Baraka Komba', phone: '+255712345678', home: 'airport', email: 'baraka@example.invalid' },
    { name: 'Ásha  Mushi', phone: '+255712345687', home: 'north' },
    { name: 'asha mushi', phone: '0712 345 67', home: 'north' },
    { name: 'Merged', phone: '0712345678', home: 'north' },
    { name: 'Erased', phone: '0712345678', home: 'north' },
  ])
  await db
    .update(customers)
    .set({ taxNumber: '100-200-300' })
    .where(eq(customers.id, id('Baraka Komba')))
  await recordKeys(db)
  await db
    .update(customers)
    .set({ mergedIntoId: id('Asha Mushi') })
    .where(eq(customers.id, id('Merged')))
  await db
    .update(customers)
    .set({ erasedAt: sql`now()` })
    .where(eq(customers.id, id('Erased')))
  const [place] = await db
    .select()
    .from(branches)
    .where(inArray(branches.code, ['north']))
  north = { ...clerk, scope: branchScope([place?.id ?? '']) }
})
afterAll(() => database.drop())

const id = (name: string) => ids.get(name) ?? ''
const clerk: Caller = { ...shellCaller(), role: 'clerk' }

async function duplicates(question: Record<string, string>, caller = clerk) {
  const found = await findDuplicates(database.db, caller, duplicateQuestionSchema.parse(question))
  const reasons = found.customers.map((customer) => [customer.full_name, customer.reasons])
  return { elsewhere: found.elsewhere, ...Object.fromEntries(reasons) }
}

describe('the same', () => {
  test.each(['+255712345678', '0712345678', '712 345 678'])('phone, asked as %s', async (phone) => {
    expect(await duplicates({ phone })).toEqual({
      elsewhere: false,
      'Asha Mushi': ['phone'],
      'Baraka Komba': ['phone'],
    })
  })

  test('e-mail, plate and tax number, however they are typed', async () => {
    expect(await duplicates({ email: ' ASHA@example.invalid' })).toEqual({ elsewhere: false, 'Asha Mushi': ['email'] })
    expect(await duplicates({ plate: 't-481-dxa' })).toEqual({ elsewhere: false, 'Asha Mushi': ['plate'] })
    expect(await duplicates({ tax_number: '100200300' })).toEqual({ elsewhere: false, 'Baraka Komba': ['tax_number'] })
  })

  test('several at once: whoever shares more stands first, with every reason', async () => {
    const asked = { phone: '0712345678', plate: 'T481DXA', email: 'asha@example.invalid' }
    const { customers: found } = await findDuplicates(database.db, clerk, duplicateQuestionSchema.parse(asked))
    expect(found.map(({ full_name, reasons }) => [full_name, [...reasons].sort()])).toEqual([
      ['Asha Mushi', ['email', 'phone', 'plate']],
      ['Baraka Komba', ['phone']],
    ])
  })
})

test('the same name and a phone that a slip makes of it; another name and a near phone are nobody', async () => {
  expect(await duplicates({ full_name: ' ASHA mushi', phone: '0712 345 678' })).toEqual({
    elsewhere: false,
    'Asha Mushi': ['phone'],
    'Baraka Komba': ['phone'],
    'Ásha  Mushi': ['name_and_near_phone'],
    'asha mushi': ['name_and_near_phone'],
  })
  expect(await duplicates({ full_name: 'Asha Mushi', phone: '0712 999 999' })).toEqual({ elsewhere: false })
  expect(await duplicates({ full_name: 'Asha Mushi' })).toEqual({ elsewhere: false })
  expect(await duplicates({ full_name: 'Somebody', phone: '0712345679' })).toEqual({ elsewhere: false })
})

test('a customer that is being edited is no duplicate of itself', async () => {
  expect(await duplicates({ phone: '0712345678', except_id: id('Asha Mushi') })).toEqual({
    elsewhere: false,
    'Baraka Komba': ['phone'],
  })
})

test('nothing known, nothing found', async () => {
  expect(await duplicates({})).toEqual({ elsewhere: false })
  expect(await duplicates({ full_name: '', phone: '12', plate: '-', email: '', tax_number: '--' })).toEqual({
    elsewhere: false,
  })
})

describe('a caller of some branches', () => {
  test('is told that there is somebody elsewhere, and nothing else of them', async () => {
    expect(await duplicates({ email: 'baraka@example.invalid' }, north)).toEqual({ elsewhere: true })
    expect(await duplicates({ phone: '0712345678' }, north)).toEqual({ elsewhere: true, 'Asha Mushi': ['phone'] })
    expect(await duplicates({ tax_number: '100 200 300', phone: '0712345678' }, north)).toEqual({
      elsewhere: true,
      'Asha Mushi': ['phone'],
    })
  })

  test('is told of nobody elsewhere where all are their own', async () => {
    expect(await duplicates({ email: 'asha@example.invalid' }, north)).toEqual({
      elsewhere: false,
      'Asha Mushi': ['email'],
    })
  })

  test('without a branch sees nobody, and learns only that there is somebody', async () => {
    const nobody = { ...clerk, scope: branchScope([]) }
    expect(await duplicates({ phone: '0712345678' }, nobody)).toEqual({ elsewhere: true })
    expect(await duplicates({ phone: '0799999999' }, nobody)).toEqual({ elsewhere: false })
  })
})

test('a viewer asks for no duplicates', async () => {
  const asked = duplicateQuestionSchema.parse({ phone: '0712345678' })
  await expect(findDuplicates(database.db, { ...clerk, role: 'viewer' }, asked)).rejects.toMatchObject({ status: 403 })
})
