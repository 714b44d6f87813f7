import fc from 'fast-check'
import { ORDER_STATUSES, ORDER_TYPES, SEEDED_GROUPS } from '@/lib/definitions'
import { askedWindows } from './asked-windows'
import { expectedWindow } from './expected-window'
import type { CustomerSpec } from './workshop'

const MONTH_MS = 30 * 86_400_000

/** A zone with the instant up to which is asked, and customers with orders crowded around the edges of its windows. */
export type GeneratedWorkshop = { timeZone: string; asOf: string; customers: CustomerSpec[] }

export const TEST_BRANCHES = ['main', 'north', 'airport']

const place = fc.record({
  timeZone: fc.constantFrom('Africa/Dar_es_Salaam', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
  asOf: fc
    .date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
})

/** Some 20 customers of every group, with or without orders of every type, status and branch. */
export const generatedWorkshop = workshopOf(5, 25)

/** So many customers that RFM scores by quintiles what the long periods say of them. */
export const crowdedWorkshop = workshopOf(120, 140)

function workshopOf(minLength: number, maxLength: number): fc.Arbitrary<GeneratedWorkshop> {
  return place.chain(({ timeZone, asOf }) =>
    fc
      .array(customer(timeZone, asOf), { minLength, maxLength })
      .map((specs) => ({ timeZone, asOf, customers: specs.map((spec, index) => ({ ...spec, name: `C${index}` })) })),
  )
}

function customer(timeZone: string, asOf: string): fc.Arbitrary<CustomerSpec> {
  const at = instantNear(timeZone, asOf)
  const group = fc.constantFrom(...SEEDED_GROUPS.map(({ key }) => key))
  return fc.record(
    {
      name: fc.constant(''),
      group,
      typesBefore: fc.array(fc.record({ group, until: at }), { maxLength: 2 }),
      registeredAt: at,
      home: fc.constantFrom(...TEST_BRANCHES),
      plates: fc.array(fc.constantFrom('T 1', 'T 2', 'T 3'), { maxLength: 3 }),
      orders: fc.array(order(at), { maxLength: 8 }),
    },
    { requiredKeys: ['name'] },
  )
}

function order(at: fc.Arbitrary<string>) {
  return fc.record(
    {
      at,
      type: fc.constantFrom(...ORDER_TYPES),
      status: fc.constantFrom(...ORDER_STATUSES),
      branch: fc.constantFrom(...TEST_BRANCHES),
      amountMinor: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(0, 1, 9_999_999_999_999)),
    },
    { requiredKeys: ['at'] },
  )
}

/** Half of the instants lie within a millisecond of a window's edge, the others anywhere in three years. */
function instantNear(timeZone: string, asOf: string): fc.Arbitrary<string> {
  const windows = askedWindows(asOf).map((asked) => expectedWindow(asOf, timeZone, asked))
  const edges = windows.flatMap((window) => Object.values(window).filter((edge) => edge !== null))
  const near = fc
    .tuple(fc.constantFrom(...edges), fc.constantFrom(-1, 0, 1))
    .map(([edge, offset]) => new Date(Date.parse(edge) + offset).toISOString())
  const anywhere = fc
    .integer({ min: -34 * MONTH_MS, max: 2 * MONTH_MS })
    .map((offset) => new Date(Date.parse(asOf) + offset).toISOString())
  return fc.oneof(near, anywhere)
}
