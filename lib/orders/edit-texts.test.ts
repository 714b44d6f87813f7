import { expect, test } from 'vitest'
import { askedInWords } from './asked-in-words'
import { type Order, orderChangeSchema } from './contract'
import { fieldsOfForm, orderEdits, orderTexts } from './edit-texts'

const BUSINESS = {
  ...{ name: 'Kilimani Motors', timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', currencyDigits: 2 },
  ...{ country: 'TZ', isSample: false },
}
const CHOICES = { groups: [], branches: [{ code: 'main', name: 'Main' }], limited: false, business: BUSINESS }
const ORDER: Order = {
  ...{ id: 'o', external_id: null, customer: { id: 'c', full_name: 'Neema' }, type: 'service', status: 'created' },
  ...{
    amount: 1200.5,
    ordered_at: '2026-05-02T22:00:00.000Z',
    branch: { code: 'main', name: 'Main' },
    vehicle_id: null,
  },
  ...{ description: null, details: { type: 'service', odometer_km: 84_000 }, vehicle: null, source: 'order_page' },
  ...{ version: 1, created_at: '2026-05-03T09:00:00.000Z', entered_by: null, backdated: false, history: [] },
}
const TODAY = '2026-05-09'
const base = orderTexts(ORDER, BUSINESS)
const edits = (typed: Partial<typeof base>) => {
  const asked = orderEdits(base, { ...base, ...typed }, CHOICES, TODAY)
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

test('an order stands in its form on the clock and in the digits of the business', () => {
  expect(base).toMatchObject({ amount: '1200.50', ordered_on: '2026-05-03', 'details.odometer_km': '84000' })
})

test('only what was changed is asked for, and what is asked for fits the contract', () => {
  expect(edits({})).toEqual({})
  expect(edits({ amount: '1300' })).toEqual({ amount: '1300' })
  expect(edits({ description: 'Oil', vehicle_id: '' })).toEqual({ description: 'Oil' })
  const sold = edits({ type: 'sales', 'details.item': 'Tyre' })
  expect(sold).toEqual({ type: 'sales', details: { type: 'sales', item: 'Tyre', quantity: 1 } })
  expect(orderChangeSchema.safeParse({ version: 1, changes: sold }).success).toBe(true)
})

test('today, which the form holds as nothing, is asked for by its day', () => {
  expect(edits({ ordered_on: '' })).toEqual({ ordered_on: TODAY })
})

test('what is asked for is told in words', () => {
  const words = { business: BUSINESS, plates: new Map([['v', 'T 1 AB']]) }
  const changes = {
    status: 'completed',
    amount: '1300',
    branch: 'main',
    vehicle_id: 'v',
    ordered_on: '2026-05-01',
  } as const
  expect(askedInWords(changes, words, new Map([['main', 'Main']]))).toEqual([
    { field: 'status', text: 'Completed' },
    { field: 'amount', text: '1,300.00' },
    { field: 'date', text: '1 May 2026' },
    { field: 'branch', text: 'Main' },
    { field: 'vehicle', text: 'T 1 AB' },
  ])
})

test('what is wrong with a field that does not stand in the form is known as such', () => {
  expect(fieldsOfForm('sales', CHOICES, false)).toContain('details.item')
  for (const name of ['details', 'details.odometer_km', 'branch', 'reason'])
    expect(fieldsOfForm('sales', CHOICES, false)).not.toContain(name)
  const choices = { ...CHOICES, branches: [...CHOICES.branches, { code: 'north', name: 'North' }] }
  expect(fieldsOfForm('service', choices, true)).toEqual(
    expect.arrayContaining(['branch', 'reason', 'details.odometer_km']),
  )
})
