import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUPS_DEFAULTS, groupsReaders } from './param-readers'
import { groupsParamsSchema } from './params'

const { shape } = groupsParamsSchema
const NAMES = Object.keys(groupsReaders).filter((name) => name in shape)

/** Texts at the edges of what some parameter takes. */
const EDGES = [
  ...['', ' ', 'all', 'custom', '1year', 'now', 'order', 'none', 'asc', 'with', 'returning', 'previous_revenue', 'rfm'],
  ...['a', 'A', '-a', 'a_b-c', `a${'b'.repeat(62)}`, `a${'b'.repeat(63)}`, 'Anna  ', 'x'.repeat(200), 'x'.repeat(201)],
  ...['0', '1', '01', '25', '100', '101', '9999999', '10000000', '1000000', '1000001', '-1', '1.5', '1e3', '\u0000'],
  ...['0.5', '1500.50', '1500.', '.5', '1234567890123', '12345678901234', '1.23456', '1,500'],
  ...['1899-12-31', '1900-01-01', '2199-12-31', '2200-01-01', '2026-02-29', '2024-02-29', '2026-04-31', '2026-4-1'],
  ...['0000-01-01', '0001-01-01', '9999-12-31', '2026-13-01', '2026-00-10', '1900-02-29', '2000-02-29'],
  ...['2026-03-31T20:15:00Z', '2026-03-31T20:15Z', '2026-03-31T20:15:00', '2026-03-31T20:15:00.123456Z'],
  ...['2026-03-31T20:15:00+03:00', '2026-03-31T20:15:00+0300', '2026-03-31T24:00:00Z', '2026-02-30T00:00:00Z'],
  ...['2026-03-31T20:60:00Z', '2026-03-31T20:15:60Z', '2026-03-31t20:15:00z', '2026-03-31T20:15:00-23:59'],
  ...['1899-12-31T23:59:59Z', '1900-01-01T00:00:00+01:00', '2199-12-31T23:59:59Z', '2200-01-01T00:00:00+01:00'],
  ...['2026-03-31T20:15:00+24:00', '2026-03-31T20:15:00.Z', '2026-03-31 20:15:00Z', '2199-12-31T23:30:00-01:00'],
]

describe.each(NAMES)('%s', (name) => {
  const read = new Map<string, (text: string) => unknown>(Object.entries(groupsReaders)).get(name)
  const parse = (text: string) => groupsParamsSchema.safeParse({ [name]: text })
  const same = (text: string) => {
    const parsed = parse(text)
    const taken = parsed.success ? Object.entries(parsed.data).find(([field]) => field === name)?.[1] : null
    expect({ text, value: read?.(text) }).toEqual({ text, value: taken })
  }

  // Each text goes through zod: a machine with other work to do takes its time.
  test('is read as its contract reads it', { timeout: 60_000 }, () => {
    for (const text of EDGES) same(text)
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), same))
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1890-01-01'), max: new Date('2210-01-01') }),
        (date) => {
          same(date.toISOString())
          same(date.toISOString().slice(0, 10))
        },
      ),
    )
  })
})

test('who asks for nothing is given what the contract has as defaults', () => {
  expect(groupsParamsSchema.parse({})).toEqual(GROUPS_DEFAULTS)
})
