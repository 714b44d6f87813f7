import type { CustomerExport, ExportRow } from '@/db/queries/customer-export'
import { EXPORT_TYPES, type ExportAbout, type ExportTotals } from '@/lib/customer-groups/export-contract'
import type { ExportParams } from '@/lib/customer-groups/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { type AboutLine, aboutLines } from '@/lib/format/export-words'
import { toDecimal } from '@/lib/money'
import { CUSTOMER_COLUMNS, valueIn } from './customer-columns'
import type { Cell } from './xlsx/cells'
import { SHEET_ROWS_LIMIT, writeWorkbook } from './xlsx/write-workbook'

/** The sheets' names, and the words by which a reader finds the totals row. */
export const CUSTOMERS_SHEET = 'Customers'
export const ABOUT_SHEET = 'About'
export const TOTAL = 'Total'

/**
 * The customers as a workbook: a sheet of rows with a header that stays and a last row of totals, and one that says what
 * they are. Throws RequestError 400 where a sheet can not hold so many.
 */
export function customerXlsx(opened: CustomerExport, params: ExportParams, about: ExportAbout) {
  const { totals, frame } = opened
  if (totals.rows > SHEET_ROWS_LIMIT - 2)
    throw refusedParameter('format', 'can not be xlsx for so many rows, which no sheet holds: take csv or json')
  const digits = frame.currencyDigits
  const sheets = [
    {
      name: CUSTOMERS_SHEET,
      widths: CUSTOMER_COLUMNS.map(({ width }) => width),
      frozen: true,
      rows: customerRows(opened, digits),
    },
    { name: ABOUT_SHEET, widths: [26, 100], frozen: false, rows: aboutRows(aboutLines(params, about, totals), digits) },
  ]
  return { contentType: EXPORT_TYPES.xlsx, ...writeWorkbook(sheets, digits, opened.close) }
}

async function* customerRows(opened: CustomerExport, digits: number): AsyncGenerator<Cell[][]> {
  yield [CUSTOMER_COLUMNS.map(({ name }) => ({ format: 'text', value: name, bold: true }))]
  const isCompared = opened.frame.previous !== null
  for (let rows = await opened.read(); rows.length > 0; rows = await opened.read()) {
    yield rows.map((row) => toCells(row, digits, isCompared))
  }
  yield [totalCells(opened.totals, digits)]
}

function toCells(row: ExportRow, digits: number, isCompared: boolean): Cell[] {
  return CUSTOMER_COLUMNS.map(({ name, kind }) => {
    const value = valueIn(row, name, isCompared)
    const isAmount = kind === 'amount' && value !== null
    return { format: kind, value: isAmount ? toDecimal(Number(value), digits) : value }
  })
}

function totalCells(totals: ExportTotals, digits: number): Cell[] {
  const sums: Record<string, number | null> = totals
  return CUSTOMER_COLUMNS.map(({ name, kind }): Cell => {
    if (name === 'group') return { format: 'text', value: TOTAL, bold: true }
    if (name === 'full_name') return { format: 'customers', value: totals.customers, bold: true }
    return { format: kind, value: inSheet(kind === 'amount', sums[name] ?? null, digits), bold: true }
  })
}

async function* aboutRows(lines: readonly AboutLine[], digits: number): AsyncGenerator<Cell[][]> {
  yield lines.map(({ name, kind, value }): Cell[] => [
    { format: 'words', value: name, bold: true },
    { format: kind, value: inSheet(kind === 'amount', value, digits) },
  ])
}

/** Amounts in major units are written with their digits, which no other number is. */
function inSheet(isAmount: boolean, value: string | number | null, digits: number): string | number | null {
  return isAmount && typeof value === 'number' ? value.toFixed(digits) : value
}
