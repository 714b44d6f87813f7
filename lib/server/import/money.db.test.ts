import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = 'external_id\nC1\n'
const HEADER = 'external_id;customer_external_id;type;status;amount;currency;created_at\n'

let trial: Trial
afterEach(() => trial.end())

const orders = (...rows: [amount: string, currency: string][]) =>
  HEADER + rows.map(([amount, currency], i) => `O${i};C1;sales;completed;${amount};${currency};2026-01-05\n`).join('')
const amounts = async () =>
  (await trial.rows(sql`select amount_minor::int as minor from orders order by external_id`)).map(({ minor }) => minor)
const money = async () => (await trial.rows(sql`select currency, currency_digits as digits from business`))[0]

test('a business whose currency nobody chose takes that of its first orders', async () => {
  trial = await createTrial()
  const files = { customers: CUSTOMERS, orders: orders(['1.234', 'kwd'], ['5', 'KWD']) }
  expect(await trial.importFiles(files, { currencyGiven: false })).toMatchObject({
    applied: true,
    currencyTaken: 'KWD',
  })
  expect(await money()).toEqual({ currency: 'KWD', digits: 3 })
  expect(await amounts()).toEqual([1234, 5000])
})

test('a chosen currency, one with orders and one that a row does not name stay what they are', async () => {
  trial = await createTrial()
  const euros = { customers: CUSTOMERS, orders: orders(['1.50', 'EUR']) }
  const wrong = [{ reason: 'wrong currency', count: 1 }]
  expect((await trial.importFiles(euros, { currencyGiven: true })).errors.byReason).toEqual(wrong)
  const mixed = { customers: CUSTOMERS, orders: orders(['1.50', 'EUR'], ['2.50', '']) }
  expect((await trial.importFiles(mixed, { currencyGiven: false })).errors.byReason).toEqual(wrong)
  await trial.importFiles({ customers: CUSTOMERS, orders: orders(['1.50', 'USD']) })
  expect((await trial.importFiles(euros, { currencyGiven: false })).errors.byReason).toEqual(wrong)
  expect(await money()).toEqual({ currency: 'USD', digits: 2 })
})

test('a refused import does not change the currency either', async () => {
  trial = await createTrial()
  const report = await trial.importFiles({ orders: orders(['1.50', 'EUR']) }, { currencyGiven: false })
  expect(report.errors.byReason).toEqual([{ reason: 'order of an unknown customer', count: 1 }])
  expect(await money()).toEqual({ currency: 'USD', digits: 2 })
})

test('a currency that does not exist is wrong', async () => {
  trial = await createTrial()
  const report = await trial.importFiles({ orders: orders(['1.50', 'ZZZ']) }, { currencyGiven: false })
  expect(report.errors.first).toContainEqual(expect.objectContaining({ value: 'ZZZ', reason: 'wrong currency' }))
})

test('an ambiguous file is read by the sign that its user names', async () => {
  trial = await createTrial()
  const files = { customers: CUSTOMERS, orders: orders(['1,50', ''], ['2.50', '']) }
  expect((await trial.importFiles(files)).errors.byReason).toEqual([{ reason: 'ambiguous decimal sign', count: 1 }])
  const { errors } = await trial.importFiles(files, { decimal: ',' })
  expect(errors.first).toMatchObject([{ line: 3, column: 'amount', value: '2.50', reason: 'bad amount' }])
})

test('whole amounts need no sign, in a currency with digits and in one without', async () => {
  trial = await createTrial({ currency: 'JPY', timeZone: 'Asia/Tokyo' })
  expect((await trial.importFiles({ customers: CUSTOMERS, orders: orders(['1500', 'JPY']) })).applied).toBe(true)
  expect(await amounts()).toEqual([1500])
  const { errors } = await trial.importFiles({ orders: orders(['1500.00', 'JPY']) })
  expect(errors.byReason).toEqual([{ reason: 'amount with too many decimals', count: 1 }])
})
