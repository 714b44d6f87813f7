import type { CustomerExport, ExportRow } from '@/db/queries/customer-export'
import { neutralise } from '@/lib/csv/formula-text'
import type { ExportAbout, ExportTotals } from '@/lib/customer-groups/export-contract'
import { toDecimal } from '@/lib/money'
import { CSV_TYPE, csvParts } from './csv-export'
import { CUSTOMER_COLUMNS, type CustomerColumn, valueIn } from './customer-columns'

/** The customers as CSV: a header row and their rows, and nothing else; what it says of itself stands in its header. */
export function customerCsv(opened: CustomerExport, about: ExportAbout) {
  const { currencyDigits: digits, previous } = opened.frame
  const toCells = (row: ExportRow) =>
    CUSTOMER_COLUMNS.map((column) => toCell(column, valueIn(row, column.name, previous !== null), digits))
  return {
    contentType: CSV_TYPE,
    headers: { 'Export-About': asciiJson({ about, totals: opened.totals }) },
    ...csvParts({ columns: CUSTOMER_COLUMNS.map(({ name }) => name), toCells, rows: opened }),
  }
}

/** A text that a spreadsheet would run is made harmless, an amount is exact. */
function toCell({ kind }: CustomerColumn, value: string | number | null, digits: number): string | number {
  if (value === null) return ''
  if (kind === 'text') return neutralise(String(value))
  return kind === 'amount' ? toDecimal(Number(value), digits) : value
}

/** JSON that a header can carry: it takes no other characters. */
function asciiJson(value: { about: ExportAbout; totals: ExportTotals }): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, escaped)
}
