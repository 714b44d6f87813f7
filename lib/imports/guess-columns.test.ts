import { expect, test } from 'vitest'
import { guessColumns, guessKind } from './guess-columns'

test('columns are found by their own names before any other word', () => {
  const headers = ['Date', 'created_at', 'external_id', 'Order number']
  expect(guessColumns(headers, 'orders')).toEqual({ created_at: 'created_at', external_id: 'external_id' })
})

test('usual words of shops, and of German and French ones, are understood', () => {
  expect(guessColumns(['Order number', 'Customer No', 'Date', 'Total', 'Status'], 'orders')).toEqual({
    external_id: 'Order number',
    customer_external_id: 'Customer No',
    created_at: 'Date',
    amount: 'Total',
    status: 'Status',
  })
  expect(guessColumns(['Kunden-Nr.', 'Firma', 'Telefon', 'E-Mail'], 'customers')).toEqual({
    external_id: 'Kunden-Nr.',
    organization_name: 'Firma',
    phone: 'Telefon',
    email: 'E-Mail',
  })
  expect(guessColumns(['Numéro client', 'Nom', 'Société'], 'customers')).toEqual({
    external_id: 'Numéro client',
    full_name: 'Nom',
    organization_name: 'Société',
  })
  expect(guessColumns(['CustomerId', 'EmailAddress'], 'customers')).toEqual({
    external_id: 'CustomerId',
    email: 'EmailAddress',
  })
})

test('a word that stands over two columns is no guess, and a column is used once', () => {
  expect(guessColumns(['Total', 'Total', 'Amount'], 'orders')).toEqual({ amount: 'Amount' })
  expect(guessColumns(['Total', 'Total'], 'orders')).toEqual({})
  expect(guessColumns(['Customer'], 'customers')).toEqual({ external_id: 'Customer' })
})

test('the kind of a file follows from its columns', () => {
  expect(guessKind(['Customer No', 'Name', 'Phone'])).toBe('customers')
  expect(guessKind(['Order number', 'Customer No', 'Date', 'Total'])).toBe('orders')
  expect(guessKind(['Job no', 'Kundennr', 'Day', 'Net'])).toBe('orders')
  expect(guessKind(['Id', 'Customer No', 'Name'])).toBe('customers')
  expect(guessKind(['external_id', 'full_name'])).toBe('customers')
  expect(guessKind(['one', 'two'])).toBe('customers')
})
