import { expect, test } from 'vitest'
import { RequestError } from '@/lib/failure'
import { groupsParamsSchema } from './contract'
import { parseSearchParams } from './search-params'

const read = (query: string) => parseSearchParams(new URLSearchParams(query), groupsParamsSchema)

function refusal(query: string): RequestError {
  try {
    read(query)
  } catch (error) {
    if (error instanceof RequestError) return error
    throw error
  }
  throw new Error(`${query} was accepted`)
}

test('nothing asked for is the defaults', () => {
  expect(read('')).toMatchObject({ period: '6months', group: 'all', activity: 'active', page: 1, page_size: 25 })
})

test('an instant with an offset is taken to UTC', () => {
  expect(read('as_of=2026-03-31T23:15:00%2B03:00').as_of).toBe('2026-03-31T20:15:00.000Z')
})

test.each([
  ['an unknown value', 'period=12months', 'period'],
  ['an empty value', 'period=', 'period'],
  ['an unknown parameter', 'peroid=1year', 'peroid'],
  ['a repeated parameter', 'period=1year&period=1year', 'period'],
  ['an instant without an offset', 'as_of=2026-03-31T20:15:00', 'as_of'],
  ['a day that does not exist', 'as_of=2026-02-30T00:00:00Z', 'as_of'],
  ['U+0000 in a search', 'q=a%00b', 'q'],
  ['U+0000 in a key', 'group=a%00b', 'group'],
  ['page zero', 'page=0', 'page'],
  ['a negative page', 'page=-1', 'page'],
  ['a page with a fraction', 'page=1.5', 'page'],
  ['a page size beyond the limit', 'page_size=101', 'page_size'],
  ['a search that is too long', `q=${'a'.repeat(201)}`, 'q'],
])('%s is refused with the name of the parameter', (_, query, name) => {
  const { status, fields, message } = refusal(query)
  expect(status).toBe(400)
  expect(fields.map((field) => field.name)).toEqual([name])
  expect(message).toContain(name)
})

test('every wrong parameter is named, not only the first', () => {
  expect(
    refusal('period=x&sort=y&foo=z')
      .fields.map(({ name }) => name)
      .sort(),
  ).toEqual(['foo', 'period', 'sort'])
})

test('what is taken is told', () => {
  expect(refusal('sort=size').fields[0]?.message).toBe(
    'must be one of revenue, orders, last_order, name, registered, previous_revenue',
  )
})

test('the name of an unknown parameter is given back short and without control characters', () => {
  const [field] = refusal(`${'x'.repeat(99)}%00=1`).fields
  expect(field?.name).toBe('x'.repeat(60))
})
