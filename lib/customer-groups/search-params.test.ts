import { expect, test } from 'vitest'
import { RequestError } from '@/lib/failure'
import { exportQuerySchema, groupsQuerySchema } from './params'
import { parseSearchParams } from './search-params'

const read = (query: string) => parseSearchParams(new URLSearchParams(query), groupsQuerySchema)

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
  expect(read('')).toMatchObject({
    period: '6months',
    compare: 'previous',
    group: 'all',
    activity: 'active',
    page: 1,
    page_size: 25,
  })
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

test.each([
  ['a last day without a first', 'to=2026-03-31', 'from is needed: a custom range has a first and a last day'],
  [
    'a first day without a last',
    'period=custom&from=2026-03-01',
    'to is needed: a custom range has a first and a last',
  ],
  ['no days of a custom range', 'period=custom', 'from is needed: a custom range has a first and a last day; to is'],
  [
    'days beside another period',
    'period=6months&from=2026-03-01&to=2026-03-31',
    'from is for period custom only, not for 6m',
  ],
  ['one day beside another period', 'period=1year&to=2026-03-31', 'to is for period custom only, not for 1year'],
  ['days in the wrong order', 'from=2026-03-31&to=2026-03-01', 'from must not be after to'],
  ['a day that does not exist', 'from=2026-02-29&to=2026-03-01', 'from must be a day, as 2026-03-31'],
  ['a day in other digits', 'from=1.3.2026&to=2026-03-31', 'from must be a day, as 2026-03-31'],
  ['a day with a time', 'from=2026-03-01T00:00&to=2026-03-31', 'from must be a day, as 2026-03-31'],
  ['the year 0001', 'from=0001-01-01&to=2026-03-31', 'from must lie in 1900 to 2199'],
  ['the year 9999', 'from=2026-03-01&to=9999-12-31', 'to must lie in 1900 to 2199'],
  ['an empty day', 'from=&to=2026-03-31', 'from must be a day, as 2026-03-31'],
  ['an unknown comparison', 'compare=budget', 'compare must be one of previous, last_year, none'],
])('%s is refused with a sentence that says why', (_, query, sentence) => {
  expect(refusal(query)).toMatchObject({ status: 400, code: 'bad_parameters' })
  expect(refusal(query).message).toContain(`The request can not be read: ${sentence}`)
})

test('days without a period are a custom range, and one day is a range', () => {
  expect(read('from=2026-03-01&to=2026-03-01')).toMatchObject({
    period: 'custom',
    from: '2026-03-01',
    to: '2026-03-01',
  })
  expect(read('period=custom&from=1900-01-01&to=2199-12-31').period).toBe('custom')
})

test('the export reads days as the groups API does', () => {
  const exported = (query: string) => parseSearchParams(new URLSearchParams(query), exportQuerySchema)
  expect(exported('from=2026-03-01&to=2026-03-31&format=csv').period).toBe('custom')
  expect(() => exported('from=2026-03-01')).toThrow('to is needed')
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
