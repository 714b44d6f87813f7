import type { CustomerExport, ExportRow } from '@/db/queries/customer-export'
import type { ExportAbout, ExportTotals } from '@/lib/customer-groups/export-contract'
import { EXPORT_DEFINITIONS } from '@/lib/customer-groups/export-definitions'
import type { ExportParams } from '@/lib/customer-groups/params'
import { aboutLines } from '@/lib/format/export-words'
import { CUSTOMER_COLUMNS, valueIn } from './customer-columns'
import type { TableExport } from './table-export'
import { inSheet } from './table-xlsx'
import type { Cell } from './xlsx/cells'

/** The sheet's name, and the word by which a reader finds its last row. */
export const CUSTOMERS_SHEET = 'Customers'
export const TOTAL = 'Total'

/** The customers behind the figures of groups as a table, with a last row of totals. */
export function customerTable(
  opened: CustomerExport,
  params: ExportParams,
  about: ExportAbout,
): TableExport<ExportRow> {
  const { totals, frame } = opened
  const { currencyDigits: digits, previous } = frame
  return {
    sheet: CUSTOMERS_SHEET,
    columns: CUSTOMER_COLUMNS.map((column) => ({
      ...column,
      cellOf: (row) => valueIn(row, column.name, previous !== null),
    })),
    rows: opened,
    digits,
    about,
    totals,
    aboutLines: aboutLines(params, about, totals),
    definitions: EXPORT_DEFINITIONS,
    lastRow: totalCells(totals, digits),
  }
}

function totalCells(totals: ExportTotals, digits: number): Cell[] {
  const sums: Record<string, number | null> = totals
  return CUSTOMER_COLUMNS.map(({ name, kind }): Cell => {
    if (name === 'group') return { format: 'text', value: TOTAL, bold: true }
    if (name === 'full_name') return { format: 'customers', value: totals.customers, bold: true }
    return { format: kind, value: inSheet(kind === 'amount', sums[name] ?? null, digits), bold: true }
  })
}
