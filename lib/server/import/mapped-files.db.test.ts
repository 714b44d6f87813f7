import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importMappingSchema } from '@/lib/imports/mapping'
import { USUAL_LIMITS } from './limits'
import { contents, versions } from './testing/contents'
import { createTrial, type Trial, type TrialFiles } from './testing/trial'
import { makeWorkbook, sheetRows } from './testing/workbooks'

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
})
afterEach(() => trial.end())

const ORDER_COLUMNS = { external_id: 'Order', customer_external_id: 'Customer', amount: 'Total', created_at: 'Date' }
const orders = (more: object = {}) => ({
  columns: ORDER_COLUMNS,
  date_order: 'dmy',
  fixed: { type: 'service', status: 'completed' },
  ...more,
})
const CUSTOMERS = 'Customer No;Name;Since\nC1;Asha Mushi;31.12.2025\nC2;Juma Ally;\n'
const customers = {
  columns: { external_id: 'Customer No', full_name: 'Name', registered_at: 'Since' },
  date_order: 'dmy',
}

const bring = (files: TrialFiles, mapping: object, options = {}) =>
  trial.importFiles(files, { mapping: importMappingSchema.parse(mapping), ...options })

test('columns of any name, days first and what every order is give the same records as our own columns', async () => {
  const report = await bring(
    { customers: CUSTOMERS, orders: 'Order;Customer;Total;Date\nO1;C1;1234,50;5.3.2026 14:30\n' },
    { customers, orders: orders() },
  )
  expect(report).toMatchObject({ applied: true, orders: { decimal: ',', applied: { created: 1 } } })
  const mapped = await contents(trial)
  await trial.end()
  trial = await createTrial()
  await trial.importFiles({
    customers: 'external_id,full_name,registered_at\nC1,Asha Mushi,2025-12-31\nC2,Juma Ally,\n',
    orders:
      'external_id,customer_external_id,type,status,amount,created_at\nO1,C1,service,completed,1234.50,2026-03-05 14:30\n',
  })
  expect(mapped).toEqual(await contents(trial))
})

test('a workbook gives the same records as the text', async () => {
  await bring({ customers: CUSTOMERS }, { customers })
  const fromText = await contents(trial)
  const before = await versions(trial)
  const sheet = `${sheetRows([['Customer No', 'Name', 'Since']])}<row><c t="inlineStr"><is><t>C1</t></is></c>
    <c t="inlineStr"><is><t>Asha Mushi</t></is></c><c s="1"><v>46022</v></c></row>${sheetRows([['C2', 'Juma Ally']])}`
  const names = { customers: 'customers.xlsx', orders: null }
  const report = await bring({ customers: await makeWorkbook({ sheet }) }, { customers }, { names })
  expect(report.customers).toMatchObject({
    sheet: 'Data',
    encoding: null,
    applied: { created: 0, changed: 0, unchanged: 2 },
  })
  expect(await contents(trial)).toEqual(fromText)
  expect(await versions(trial)).toEqual(before)
})

test('a column of a workbook with a formula that was never worked out, or an error, is told of by its row', async () => {
  const sheet = `${sheetRows([['Customer No', 'Name', 'Phone']])}<row r="4"><c><v>1</v></c><c><f>A1</f></c><c t="e"><v>#REF!</v></c></row>`
  const mapping = { customers: { columns: { external_id: 'Customer No', full_name: 'Name' } } }
  await bring({ customers: await makeWorkbook({ sheet }) }, mapping, { names: { customers: 'c.xlsx', orders: null } })
  expect(await trial.errorRows()).toEqual([
    { file: 'customers.csv', line: '4', column: 'full_name', value: '', reason: 'formula without a result' },
  ])
})

describe('the lines of an order', () => {
  const HEADER = 'Order;Customer;Total;Date;Place\n'
  const lines = (text: string, more: object = {}) =>
    bring(
      { customers: CUSTOMERS, orders: HEADER + text },
      { customers, orders: orders({ line_items: true, columns: { ...ORDER_COLUMNS, branch: 'Place' }, ...more }) },
    )

  test('add up to it, also two that say the same, and again change nothing', async () => {
    const text = 'O1;C1;10,50;5.3.2026;north\nO2;C2;7;5.3.2026;\nO1;C1;0,25;5.3.2026;North\nO1;C1;0,25;5.3.2026;north\n'
    expect(await lines(text)).toMatchObject({ applied: true, orders: { rows: 4, applied: { created: 2 } } })
    expect(await trial.rows(sql`select external_id, amount_minor::int as minor from orders order by 1`)).toEqual([
      { external_id: 'O1', minor: 1100 },
      { external_id: 'O2', minor: 700 },
    ])
    expect(await lines(text)).toMatchObject({ orders: { applied: { created: 0, changed: 0, unchanged: 2 } } })
  })

  test('that differ in anything but the amount are wrong, each with the column', async () => {
    const text =
      'O1;C1;1;5.3.2026;north\nO1;C2;1;6.3.2026;north\nO2;C1;1;5.3.2026;\nO2;C1;1;5.3.2026;north\nO3;C1;1;5.3.2026;\n'
    expect(await lines(text)).toMatchObject({ applied: false })
    const rows = await trial.errorRows()
    expect(rows.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual(
      [
        ['2', 'customer_external_id', 'O1'],
        ['3', 'customer_external_id', 'O1'],
        ['2', 'created_at', 'O1'],
        ['3', 'created_at', 'O1'],
        ['4', 'branch', 'O2'],
        ['5', 'branch', 'O2'],
      ].map((row) => [...row, 'lines of one order that differ']),
    )
  })

  test('that are too much together are wrong', async () => {
    const text = `O1;C1;90000000000;5.3.2026;\nO1;C1;90000000000;5.3.2026;\n`
    expect(await lines(text)).toMatchObject({ applied: false })
    expect(await trial.errorRows()).toMatchObject([{ line: '2', column: 'amount', reason: 'amount too large' }])
  })

  test('are rows with one id and different contents where nobody said that they are lines', async () => {
    const text = 'O1;C1;1;5.3.2026;\nO1;C1;2;5.3.2026;\n'
    await lines(text, { line_items: false })
    expect(await trial.errorRows()).toMatchObject([
      { reason: 'one external id with different contents' },
      { reason: 'one external id with different contents' },
    ])
  })
})

test('what a mapping names and the file does not have is missing, and nothing is read', async () => {
  const report = await bring({ customers: 'Customer No;Name\nC1;Asha\n' }, { customers })
  expect(report.errors.first).toMatchObject([
    { column: 'registered_at', value: 'Since', reason: 'missing required column' },
  ])
})

describe('refused before anything is read', () => {
  const limits = { ...USUAL_LIMITS, rows: 2, columns: 3, bytes: 200 }
  test.each([
    ['a web page', '<!DOCTYPE html><table><tr><td>external_id</td></tr></table>', 'is a web page'],
    ['a document', '%PDF-1.7 …', 'is a PDF document'],
    ['too many columns', `external_id,a,b,c\n`, 'has more than 3 columns'],
    ['too many rows', `external_id\n1\n2\n3\n`, 'has more than 2 rows'],
    ['too many bytes', `external_id\n${'1'.repeat(200)}\n`, 'is larger than'],
  ])('%s', async (_, file, message) => {
    const before = await versions(trial)
    await expect(trial.importFiles({ customers: file }, { limits })).rejects.toThrow(`The customers file ${message}`)
    expect(await versions(trial)).toEqual(before)
  })

  test('a million columns take no more than a moment, and neither does a workbook named as text', async () => {
    await expect(
      trial.importFiles({ customers: `external_id${',a'.repeat(400_000)}\n` }, { limits: USUAL_LIMITS }),
    ).rejects.toThrow('has more than 100 columns')
    await expect(trial.importFiles({ customers: await makeWorkbook({}) })).rejects.toThrow('does not end in .xlsx')
    const names = { customers: 'c.xlsx', orders: null }
    await expect(trial.importFiles({ customers: 'external_id\n1\n' }, { names })).rejects.toThrow('is no workbook')
  })
})
