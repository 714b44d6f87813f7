import { expect, it } from 'vitest'
import { newOrderSchema } from '@/lib/orders/contract'
import type { EntryChoices } from './choices'
import { blankDraft } from './draft'
import { NEW_ORDER_FIELDS, type NewOrderTexts, newOrderBody, newOrderProblems } from './new-order-texts'

const CHOICES: EntryChoices = {
  groups: [],
  branches: [{ code: 'main', name: 'Main' }],
  limited: false,
  business: { timeZone: 'Asia/Tokyo', currency: 'JPY', currencyDigits: 0 },
}
const ID = '0198a000-0000-7000-8000-000000000001'
const NOW = new Date('2026-03-31T12:00:00Z')

function typed(texts: Partial<NewOrderTexts>): NewOrderTexts {
  return blankDraft(NEW_ORDER_FIELDS, {
    customer_id: ID,
    type: 'sales',
    amount: '12',
    'details.item': 'Tyre',
    ...texts,
  }).texts
}
const problems = (texts: Partial<NewOrderTexts>) => newOrderProblems(typed(texts), CHOICES, NOW)

it('a blank order wants a customer, what they came for and the amount', () => {
  const blank = blankDraft(NEW_ORDER_FIELDS).texts
  expect(newOrderProblems(blank, CHOICES, NOW).map(({ name }) => name)).toEqual(['type', 'customer_id', 'amount'])
})

it('the only branch needs no choosing, and one is what is sold unless more is said', () => {
  expect(problems({})).toEqual([])
  expect(newOrderSchema.parse(newOrderBody(typed({}), CHOICES))).toMatchObject({
    branch: 'main',
    vehicle_id: null,
    ordered_on: null,
    details: { type: 'sales', item: 'Tyre', quantity: 1 },
  })
})

it('each type asks for what it needs', () => {
  expect(problems({ 'details.item': ' ' })).toEqual([{ name: 'details.item', message: 'Say what is sold.' }])
  expect(problems({ 'details.quantity': '0' })).toEqual([
    { name: 'details.quantity', message: 'Give how many, from 1.' },
  ])
  expect(problems({ type: 'service', 'details.item': '' })).toEqual([])
  expect(problems({ type: 'consultation', 'details.follow_up_on': '2026-04-09' })).toEqual([])
})

it('a currency without a smaller part takes whole amounts', () => {
  expect(problems({ amount: '12.5' })).toEqual([
    { name: 'amount', message: 'Give a whole amount: JPY has no smaller part.' },
  ])
})
