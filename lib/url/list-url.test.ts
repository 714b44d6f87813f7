import { describe, expect, test } from 'vitest'
import { customersExportHref, customersHref, readCustomersUrl } from './customers-url'
import { onlyKnown } from './list-url'
import { ordersExportHref, ordersHref, readOrdersUrl } from './orders-url'

const customers = (query: string) => readCustomersUrl(new URLSearchParams(query))
const orders = (query: string) => readOrdersUrl(new URLSearchParams(query))
const named = (rubbish: { name: string; value: string }[]) => rubbish.map(({ name, value }) => `${name}=${value}`)

describe('the list of customers', () => {
  test('an empty URL is the customers by name, with the usual columns', () => {
    const { params, rubbish } = customers('')
    expect(params).toEqual({
      q: '',
      group: 'all',
      branch: 'all',
      ordered: 'any',
      sort: 'name',
      dir: 'asc',
      page: 1,
      page_size: 25,
      columns: ['name', 'group', 'phone', 'branch', 'registered', 'last_order', 'orders', 'revenue'],
    })
    expect(rubbish).toEqual([])
  })

  test('what is written into a URL is read back the same', () => {
    const query =
      'q=M%C3%BCller+%26+S%C3%B6hne&group=ngo&branch=arusha&ordered=never&registered_from=2026-03-01&sort=last_order&dir=desc&page=3&columns=name,email,code'
    const { params, rubbish } = customers(query)
    expect(rubbish).toEqual([])
    expect(customers(customersHref(params).split('?')[1] ?? '').params).toEqual(params)
    expect(customersHref(params)).toContain('columns=name,email,code')
  })

  test('a default leaves no trace in a link', () => {
    expect(customersHref(customers('').params)).toBe('/customers')
    expect(customersHref({ page: 1, columns: customers('').params.columns })).toBe('/customers')
  })

  test('columns come in the order of the list, and the name is always one', () => {
    expect(customers('columns=revenue,email').params.columns).toEqual(['name', 'email', 'revenue'])
  })

  test('the export is of everything that matches: no page, no columns', () => {
    const { params } = customers('q=asha&page=7&columns=name')
    expect(customersExportHref(params)).toBe('/customers/export?q=asha')
  })
})

describe('the list of orders', () => {
  test('an empty URL is the newest orders', () => {
    expect(orders('').params).toMatchObject({ type: 'all', status: 'all', source: 'all', sort: 'date', dir: 'desc' })
  })

  test('what is written into a URL is read back the same', () => {
    const query =
      'type=sales&status=cancelled&source=api&group=company&from=2026-03-01&to=2026-03-31&sort=amount&dir=asc'
    const { params, rubbish } = orders(query)
    expect(rubbish).toEqual([])
    expect(orders(ordersHref(params).split('?')[1] ?? '').params).toEqual(params)
    expect(ordersExportHref(params)).toContain('/orders/export?')
  })
})

test.each([
  ['a value that is none of those', 'sort=size'],
  ['an unknown parameter', 'peroid=1year'],
  ['a name that every object has', 'constructor=1'],
  ['a page that is none', 'page=0'],
  ['a day that does not exist', 'registered_from=2026-02-30'],
  ['a day before all records', 'registered_to=0000-01-01'],
  ['an unknown column', 'columns=name,age'],
  ['a column twice', 'columns=name,phone,phone'],
])('%s reads as the default and is named', (_, query) => {
  const { params, rubbish } = customers(query)
  expect(params).toEqual(customers('').params)
  expect(named(rubbish)).toEqual([query])
})

test('of a repeated parameter the first counts and the other is named', () => {
  const { params, rubbish } = orders('type=sales&type=service')
  expect(params.type).toBe('sales')
  expect(named(rubbish)).toEqual(['type=service'])
})

test('blank fields of a form ask for nothing', () => {
  expect(customers('q=&registered_from=&registered_to=')).toEqual(customers(''))
})

test('a branch or group that is not there reads as all of them and is named', () => {
  const url = onlyKnown(customers('branch=nowhere&group=ngo'), { branch: ['main'], group: ['ngo'] })
  expect(url.params).toMatchObject({ branch: 'all', group: 'ngo' })
  expect(named(url.rubbish)).toEqual(['branch=nowhere'])
})
