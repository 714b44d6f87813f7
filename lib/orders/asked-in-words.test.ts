import { expect, test } from 'vitest'
import { askedInWords } from './asked-in-words'
import { orderChanges, type StoodOrder } from './changes-in-words'
import type { AskedChanges } from './edit-texts'

const WORDS = {
  business: { timeZone: 'Africa/Dar_es_Salaam', currencyDigits: 2 },
  plates: new Map([['v1', 'T 482 DKR']]),
}
const NAMES = new Map([['north', 'North']])

const BEFORE: StoodOrder = {
  type: 'service',
  status: 'created',
  amount: 100,
  ordered_at: '2026-05-03T09:00:00.000Z',
  branch: { code: 'main', name: 'Main' },
  vehicle_id: null,
  description: 'Brakes',
  details: { type: 'service', odometer_km: 12 },
  customer: { id: 'c', full_name: 'Neema Lyimo' },
}

const asked = (changes: AskedChanges) =>
  askedInWords(changes, WORDS, NAMES).map(({ field, text }) => `${field} ${text}`)

test.each<[AskedChanges, Partial<StoodOrder>]>([
  [{ amount: '12345,5' }, { amount: 12_345.5 }],
  [{ amount: 1200 }, { amount: 1200 }],
  [{ status: 'in_progress' }, { status: 'in_progress' }],
  [
    { ordered_on: '2026-04-09', branch: 'north' },
    { ordered_at: '2026-04-08T21:00:00.000Z', branch: { code: 'north', name: 'North' } },
  ],
  [
    { vehicle_id: 'v1', description: null },
    { vehicle_id: 'v1', description: null },
  ],
  [{ details: { type: 'service', odometer_km: 120_500 } }, { details: { type: 'service', odometer_km: 120_500 } }],
  [{ details: { type: 'service' } }, { details: { type: 'service', odometer_km: null } }],
])('what is asked is said as the history says it afterwards: %o', (changes, after) => {
  const done = orderChanges(BEFORE, { ...BEFORE, ...after }, WORDS)
  expect(asked(changes)).toEqual(done.map((change) => `${change.field} ${change.after}`))
})

test('the details of each type are said as the order shows them', () => {
  expect(asked({ details: { type: 'sales', item: 'Tyre', quantity: 1500 } })).toEqual(['item Tyre', 'quantity 1,500'])
  expect(asked({ details: { type: 'sales', item: 'Tyre' } })).toEqual(['item Tyre', 'quantity 1'])
  const consultation = (follow_up_on: string | null) => asked({ details: { type: 'consultation', follow_up_on } })
  expect(consultation('2026-06-02')).toEqual(['follow-up 2 Jun 2026'])
  expect(consultation(null)).toEqual(['follow-up none'])
})

test('an amount that is none stays as it was typed', () => {
  expect(asked({ amount: 'much' })).toEqual(['amount much'])
})
