import { expect, test } from 'vitest'
import { matchHeader } from './columns'
import { importMappingSchema } from './mapping'

test('a mapping names columns that exist, and says nothing that nobody reads', () => {
  const { orders } = importMappingSchema.parse({ orders: { columns: { amount: 'Total' }, date_order: 'dmy' } })
  expect(orders).toMatchObject({ columns: { amount: 'Total' }, date_order: 'dmy', decimal: null, line_items: false })
  expect(importMappingSchema.safeParse({ orders: { columns: { colour: 'Total' } } }).success).toBe(false)
  expect(importMappingSchema.safeParse({ orders: { columns: {}, date: 'dmy' } }).success).toBe(false)
})

test('columns stand where their headers are; a header that is promised and not there is missing', () => {
  const mapping = { columns: { external_id: 'Customer No', phone: 'Telefon', email: 'Mail' } }
  const { positions, missing, unknown } = matchHeader(['Ort', 'customer-no', 'Telefon'], 'customers', mapping)
  expect([...positions]).toEqual([
    ['external_id', 1],
    ['phone', 2],
  ])
  expect({ missing, unknown }).toEqual({ missing: ['email'], unknown: ['Ort'] })
})

test('what every order is needs no column', () => {
  const columns = { external_id: 'No', customer_external_id: 'Customer', amount: 'Total', created_at: 'Date' }
  const header = ['No', 'Customer', 'Total', 'Date']
  expect(matchHeader(header, 'orders', { columns }).missing).toEqual(['type', 'status'])
  const fixed = { type: 'service' as const, status: 'completed' as const }
  expect(matchHeader(header, 'orders', { columns, fixed }).missing).toEqual([])
})

test('a header that stands twice decides nothing', () => {
  const mapping = { columns: { external_id: 'No' } }
  expect(matchHeader(['No', 'no'], 'customers', mapping).repeated).toEqual(['external_id'])
})
