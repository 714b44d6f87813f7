import { escapeNeutralised } from '@/lib/csv/formula-text'
import { EXPORT_TYPES } from '@/lib/customer-groups/export-contract'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import type { AboutLine } from '@/lib/format/export-words'
import { toDecimal } from '@/lib/money'
import type { TableExport } from './table-export'
import type { Cell } from './xlsx/cells'
import { SHEET_ROWS_LIMIT, writeWorkbook } from './xlsx/write-workbook'

/** The name of the sheet that says what the rows are. */
export const ABOUT_SHEET = 'About'

/**
 * The export as a workbook: a sheet of rows with a header that stays, and one that says what they are. Throws RequestError
 * 400 where a sheet can not hold so many.
 */
export function tableXlsx<Row extends { id: string }>(table: TableExport<Row>) {
  if (table.totals.rows > SHEET_ROWS_LIMIT - 2)
    throw refusedParameter('format', 'can not be xlsx for so many rows, which no sheet holds: take csv or json')
  const { sheet, columns, digits, aboutLines, rows } = table
  const sheets = [
    { name: sheet, widths: columns.map(({ width }) => width), frozen: true, rows: tableRows(table) },
    { name: ABOUT_SHEET, widths: [26, 100], frozen: false, rows: aboutRows(aboutLines, digits) },
  ]
  return { contentType: EXPORT_TYPES.xlsx, ...writeWorkbook(sheets, digits, rows.close) }
}

async function* tableRows<Row extends { id: string }>(table: TableExport<Row>): AsyncGenerator<(readonly Cell[])[]> {
  const { columns, rows: source, lastRow } = table
  yield [columns.map(({ name }): Cell => ({ format: 'text', value: name, bold: true }))]
  for (let rows = await source.read(); rows.length > 0; rows = await source.read()) {
    yield rows.map((row) => toCells(table, row))
  }
  if (lastRow) yield [lastRow]
}

function toCells<Row extends { id: string }>({ columns, digits }: TableExport<Row>, row: Row): Cell[] {
  return columns.map(({ kind, cellOf }) => {
    const value = cellOf(row)
    if (kind === 'text') return { format: kind, value: value === null ? null : escapeNeutralised(String(value)) }
    return { format: kind, value: kind === 'amount' && value !== null ? toDecimal(Number(value), digits) : value }
  })
}

async function* aboutRows(lines: readonly AboutLine[], digits: number): AsyncGenerator<Cell[][]> {
  yield lines.map(({ name, kind, value }): Cell[] => [
    { format: 'words', value: name, bold: true },
    { format: kind, value: inSheet(kind === 'amount', value, digits) },
  ])
}

/** Amounts in major units are written with their digits, which no other number is. */
export function inSheet(isAmount: boolean, value: string | number | null, digits: number): string | number | null {
  return isAmount && typeof value === 'number' ? value.toFixed(digits) : value
}
