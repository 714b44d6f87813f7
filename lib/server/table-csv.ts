import { stringify } from 'csv-stringify/sync'
import { neutralise } from '@/lib/csv/formula-text'
import { RFC_4180 } from '@/lib/csv/rfc-4180'
import { EXPORT_TYPES } from '@/lib/customer-groups/export-contract'
import { toDecimal } from '@/lib/money'
import type { FileParts } from './export-file'
import type { TableColumn, TableExport } from './table-export'

/**
 * The rows as CSV by RFC 4180: a header row and they, and nothing else; what the file says of itself stands in its header.
 * It begins with the byte order mark by which spreadsheets know UTF-8.
 */
export function tableCsv<Row extends { id: string }>(table: TableExport<Row>) {
  return {
    contentType: `${EXPORT_TYPES.csv}; charset=utf-8`,
    headers: { 'Export-About': asciiJson({ about: table.about, totals: table.totals }) },
    ...csvParts(table),
  }
}

function csvParts<Row extends { id: string }>({ columns, rows, digits }: TableExport<Row>): FileParts {
  let begun = false
  const read = async () => {
    const batch = await rows.read()
    if (begun && batch.length === 0) return null
    const lines = batch.map((row) => columns.map((column) => toCell(column, row, digits)))
    const header = columns.map(({ name }) => name)
    const part = stringify(begun ? lines : [header, ...lines], RFC_4180)
    const first = !begun
    begun = true
    return first ? `\uFEFF${part}` : part
  }
  return { read, close: rows.close }
}

/** A text that a spreadsheet would run is made harmless, an amount is exact. */
function toCell<Row>({ kind, cellOf }: TableColumn<Row>, row: Row, digits: number): string | number {
  const value = cellOf(row)
  if (value === null) return ''
  if (kind === 'text') return neutralise(String(value))
  return kind === 'amount' ? toDecimal(Number(value), digits) : value
}

/** JSON that a header can carry: it takes no other characters. */
function asciiJson(value: object): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, escaped)
}
