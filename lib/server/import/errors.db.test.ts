import { afterAll, beforeAll, expect, test } from 'vitest'
import { contents } from './testing/contents'
import { createTrial, type Trial, type TrialFiles } from './testing/trial'

const CUSTOMERS = 'external_id,full_name,customer_type,organization_name,phone,email,registered_at\n'
const ORDERS = 'external_id,customer_external_id,type,status,amount,currency,created_at,source\n'
const GOOD_CUSTOMERS = `${CUSTOMERS}C1,Asha,personal,,,,\nC2,Juma,company,,,,\n`
const GOOD_ORDER = 'O1,C1,service,completed,10.50,USD,2026-01-05,import\n'

let trial: Trial
beforeAll(async () => {
  trial = await createTrial()
})
afterAll(() => trial.end())

/** Orders of which the second, on line 3, has other values in some cells. */
function ordersWith(changes: Record<string, string>): string {
  const cells = { id: 'O2', customer: 'C2', type: 'sales', status: 'created', amount: '5.25', currency: 'USD' }
  const row = { ...cells, at: '2026-01-06T10:00:00Z', source: 'api', ...changes }
  return `${ORDERS}${GOOD_ORDER}${Object.values(row).join(',')}\n`
}
const customersWith = (row: string) => `${GOOD_CUSTOMERS}${row}\n`

type Expected = { line: number; column: string; value: string; reason: string }
const wrongOrder = (changes: Record<string, string>, column: string, value: string, reason: string) => ({
  files: { customers: GOOD_CUSTOMERS, orders: ordersWith(changes) },
  errors: [{ file: 'orders.csv', line: 3, column, value, reason }],
})
const wrongCustomer = (row: string, column: string, value: string, reason: string) => ({
  files: { customers: customersWith(row) },
  errors: [{ file: 'customers.csv', line: 4, column, value, reason }],
})

const CASES: { files: TrialFiles; errors: (Expected & { file: string })[] }[] = [
  wrongOrder({ amount: '-5' }, 'amount', '-5', 'bad amount'),
  wrongOrder({ amount: '' }, 'amount', '', 'bad amount'),
  wrongOrder({ amount: '"1,234.50"' }, 'amount', '1,234.50', 'bad amount'),
  wrongOrder({ amount: '5.255' }, 'amount', '5.255', 'amount with too many decimals'),
  wrongOrder({ amount: '100000000000' }, 'amount', '100000000000', 'amount too large'),
  wrongOrder({ currency: 'EUR', amount: '5.255' }, 'currency', 'EUR', 'wrong currency'),
  wrongOrder({ at: '06/01/2026' }, 'created_at', '06/01/2026', 'bad date'),
  wrongOrder({ at: '' }, 'created_at', '', 'bad date'),
  wrongOrder({ type: 'repair' }, 'type', 'repair', 'unknown order type'),
  wrongOrder({ type: '' }, 'type', '', 'unknown order type'),
  wrongOrder({ status: 'lost' }, 'status', 'lost', 'unknown status'),
  wrongOrder({ source: 'fax' }, 'source', 'fax', 'unknown source'),
  wrongOrder({ customer: 'C9' }, 'customer_external_id', 'C9', 'order of an unknown customer'),
  wrongOrder({ customer: '' }, 'customer_external_id', '', 'order of an unknown customer'),
  wrongOrder({ id: '' }, 'external_id', '', 'missing external id'),
  wrongOrder({ id: 'x'.repeat(201) }, 'external_id', 'x'.repeat(201), 'text too long'),
  wrongOrder({ source: 'api,more' }, '', 'more', 'too many cells'),
  wrongCustomer(',Nobody,personal,,,,', 'external_id', '', 'missing external id'),
  wrongCustomer('C3,Neema,personal,,,,31.12.2025', 'registered_at', '31.12.2025', 'bad date'),
  wrongCustomer('C3,Neema,personal', '', 'C3,Neema,personal', 'too few cells'),
  wrongCustomer('C3,Ne\u0000ema,personal,,,,', 'full_name', 'Ne␀ema', 'U+0000'),
  wrongCustomer('C3,"Neema,personal,,,,', '', '', 'quote not closed'),
  {
    files: {
      customers: Buffer.concat([
        Buffer.from(`${GOOD_CUSTOMERS}C3,Zoë,,,,,\nC4,b`),
        Buffer.from([0xff]),
        Buffer.from('d,,,,,\n'),
      ]),
    },
    errors: [{ file: 'customers.csv', line: 5, column: 'full_name', value: 'b\ufffdd', reason: 'invalid encoding' }],
  },
  {
    files: { customers: Buffer.from(`\ufeff${GOOD_CUSTOMERS}C3,b\ud83dd,,,,,\n`, 'utf16le') },
    errors: [{ file: 'customers.csv', line: 4, column: 'full_name', value: 'b\ufffdd', reason: 'invalid encoding' }],
  },
  {
    files: { customers: `${GOOD_CUSTOMERS}C1,Someone else,personal,,,,\nC2,Juma,company,,,,\n` },
    errors: [2, 4].map((line) => ({
      ...{ file: 'customers.csv', line, column: 'external_id', value: 'C1' },
      reason: 'one external id with different contents',
    })),
  },
  {
    files: { customers: GOOD_CUSTOMERS, orders: `${ORDERS}${GOOD_ORDER}${GOOD_ORDER.replace('10.50', '10.51')}` },
    errors: [2, 3].map((line) => ({
      ...{ file: 'orders.csv', line, column: 'external_id', value: 'O1' },
      reason: 'one external id with different contents',
    })),
  },
  {
    files: { orders: 'external_id,type,status,created_at\nO1,service,completed,2026-01-05\n' },
    errors: ['customer_external_id', 'amount'].map((column) => ({
      ...{ file: 'orders.csv', line: 1, column, value: '' },
      reason: 'missing required column',
    })),
  },
  {
    files: { customers: 'full_name\nAsha\n' },
    errors: [{ file: 'customers.csv', line: 1, column: 'external_id', value: '', reason: 'missing required column' }],
  },
  {
    files: { customers: 'external_id,phone,Phone\nC1,1,2\n' },
    errors: [{ file: 'customers.csv', line: 1, column: 'phone', value: '', reason: 'column named twice' }],
  },
  {
    files: { customers: '' },
    errors: [{ file: 'customers.csv', line: 1, column: '', value: '', reason: 'empty file' }],
  },
  {
    files: { orders: '\n \n\n' },
    errors: [{ file: 'orders.csv', line: 1, column: '', value: '', reason: 'empty file' }],
  },
  {
    files: { customers: GOOD_CUSTOMERS, orders: `${ORDERS}O1,C1,sales,created,"1,234",USD,2026-01-05,\n` },
    errors: [{ file: 'orders.csv', line: 2, column: 'amount', value: '1,234', reason: 'ambiguous decimal sign' }],
  },
]

const named = CASES.map((entry) => ({
  reason: entry.errors[0]?.reason,
  value: entry.errors[0]?.value.slice(0, 20),
  ...entry,
}))

test.each(named)(
  '$reason ($value) is told with its line, column and value, and nothing is changed',
  async ({ files, errors }) => {
    const report = await trial.importFiles(files)
    expect(report.applied).toBe(false)
    const found = report.errors.first.map((error) => ({ ...error, file: error.file.slice(trial.folder.length + 1) }))
    expect(found).toEqual(errors)
    expect(report.errors.total).toBe(errors.length)
    const written = await trial.errorRows()
    expect(written.map(({ line, column, reason }) => ({ line: Number(line), column, reason }))).toEqual(
      errors.map(({ line, column, reason }) => ({ line, column, reason })),
    )
    expect(await contents(trial)).toEqual({ customers: [], orders: [] })
  },
)

test('a row is named by the line on which it begins, whatever lines its cells hold', async () => {
  const rows = 'C3,"two\nlines",,,,,\r\n\r\nC4,"three\r\nlines\rhere",,,,,\nC5,x,,,,,never\n'
  const report = await trial.importFiles({ customers: `${CUSTOMERS}${rows}` })
  expect(report.errors.first).toMatchObject([{ line: 8, column: 'registered_at', value: 'never' }])
})

test('all errors of both files are found in one go, the first are shown and all are in the file', async () => {
  const customers = CUSTOMERS + Array.from({ length: 1_200 }, (_, i) => `C${i},Name,,,,,bad\n`).join('')
  const orders = `${ORDERS}O1,C1,repair,lost,x,EUR,never,fax\nO2,C9999,service,created,1,USD,2026-01-01,\n`
  const report = await trial.importFiles({ customers, orders })
  expect(report.errors.total).toBe(1_200 + 5 + 1)
  expect(report.errors.first).toHaveLength(20)
  expect(report.errors.byReason).toContainEqual({ reason: 'bad date', count: 1_201 })
  const written = await trial.errorRows()
  expect(written).toHaveLength(1_206)
  expect(written.at(-1)).toMatchObject({ line: '3', column: 'customer_external_id', value: 'C9999' })
  expect(await contents(trial)).toEqual({ customers: [], orders: [] })
})

test('values in the errors file can not act as formulas', async () => {
  await trial.importFiles({ customers: `${CUSTOMERS}C1,x,,,,,=NOW()\n` })
  expect(await trial.errorRows()).toMatchObject([{ value: "'=NOW()" }])
})

test('the orders of a customer whose own row is wrong are not called strays', async () => {
  const report = await trial.importFiles({ customers: `${CUSTOMERS}C1,x,,,,,bad\n`, orders: ORDERS + GOOD_ORDER })
  expect(report.errors.first.map(({ reason }) => reason)).toEqual(['bad date'])
})

test('a file that is not there is told by name', async () => {
  await expect(trial.importFiles({ customers: 'e2e/none.csv' })).rejects.toThrow('e2e/none.csv: there is no such file')
})
