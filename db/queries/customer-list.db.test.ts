import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { CUSTOMER_SORTS, SORT_DIRECTIONS } from '@/lib/definitions'
import { getCustomerGroups } from './customer-groups'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const at = '2026-03-20T10:00:00Z'
  await recordWorkshop(database.db, { timeZone: 'UTC' }, [
    { name: 'José Núñez', phone: '+255 739-445-652', registeredAt: '2025-01-03T00:00:00Z', orders: [{ at }] },
    { name: 'ŁÓDŹ Motors', organization: '100% Ltd', orders: [{ at, amountMinor: 5000 }] },
    { name: 'under_score', email: 'Asha@Example.invalid', orders: [{ at: '2026-03-21T10:00:00Z' }, { at }] },
    { name: 'back\\slash', plates: ['T 123 ÄBC'], orders: [{ at, amountMinor: 0 }] },
    { name: 'Never came', registeredAt: '2025-01-01T00:00:00Z' },
  ])
})
afterAll(() => database.drop())

async function details(params: Record<string, string>): Promise<GroupDetails> {
  const asked = { as_of: '2026-03-31T00:00:00Z', group: 'unclassified', activity: 'all', ...params }
  const { group_details } = await getCustomerGroups(database.db, systemScope(), groupsParamsSchema.parse(asked))
  if (!group_details) throw new Error('the group was asked for')
  return group_details
}

const names = async (params: Record<string, string>) =>
  (await details(params)).customers.map(({ full_name }) => full_name)

describe('search', () => {
  test.each([
    ['accents do not matter', 'jose nunez', ['José Núñez']],
    ['nor do they in the question', 'JÓSÉ', ['José Núñez']],
    ['letters with strokes are found by the plain ones', 'lodz', ['ŁÓDŹ Motors']],
    ['white space is squeezed', 'jose   nunez', ['José Núñez']],
    ['an organisation is found', 'ltd', ['ŁÓDŹ Motors']],
    ['an e-mail is found in any case', 'asha@EXAMPLE', ['under_score']],
    ['a plate is found', '123 abc', ['back\\slash']],
    ['a phone is found by its digits', '739 445', ['José Núñez']],
    ['a phone is found as it is dialled in its country', '0739-445', ['José Núñez']],
    ['two digits are no phone number', '73', ['José Núñez']],
    ['% is a plain character', '%', ['ŁÓDŹ Motors']],
    ['_ is a plain character', 'r_s', ['under_score']],
    ['a backslash is a plain character', '\\', ['back\\slash']],
    ['a match never runs from one value into the next', 'motors 100', []],
    ['a quote is a plain character', "'", []],
  ])('%s', async (_, q, found) => {
    expect(await names({ q })).toEqual(found)
  })

  test('the page counts what matches, the figures stay those of the whole group', async () => {
    const { page, stats } = await details({ q: 'jose' })
    expect(page).toEqual({ number: 1, size: 25, total: 1 })
    expect(stats).toMatchObject({ customer_count: 5, total_orders: 5 })
  })
})

describe('sorting', () => {
  test.each([
    ['revenue', 'desc', ['ŁÓDŹ Motors', 'under_score', 'José Núñez', 'back\\slash', 'Never came']],
    ['orders', 'desc', ['under_score', 'ŁÓDŹ Motors', 'José Núñez', 'back\\slash', 'Never came']],
    ['last_order', 'desc', ['under_score', 'back\\slash', 'José Núñez', 'ŁÓDŹ Motors', 'Never came']],
    ['last_order', 'asc', ['back\\slash', 'José Núñez', 'ŁÓDŹ Motors', 'under_score', 'Never came']],
    ['name', 'asc', ['back\\slash', 'José Núñez', 'ŁÓDŹ Motors', 'Never came', 'under_score']],
    ['registered', 'asc', ['Never came', 'José Núñez', 'back\\slash', 'ŁÓDŹ Motors', 'under_score']],
  ])('by %s %s', async (sort, dir, expected) => {
    expect(await names({ sort, dir })).toEqual(expected)
  })

  test('pages never overlap and leave nobody out, in any order', async () => {
    for (const sort of CUSTOMER_SORTS) {
      for (const dir of SORT_DIRECTIONS) {
        const pages = await Promise.all(['1', '2', '3'].map((page) => names({ sort, dir, page, page_size: '2' })))
        expect(pages.flat()).toEqual(await names({ sort, dir }))
      }
    }
  })
})
