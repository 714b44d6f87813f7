import type { OpenRows } from '@/db/queries/open-rows'
import type { ExportFormat } from '@/lib/customer-groups/params'
import type { AboutLine } from '@/lib/format/export-words'
import type { ExportFile } from './export-file'
import { tableCsv } from './table-csv'
import { tableJson } from './table-json'
import { tableXlsx } from './table-xlsx'
import type { Cell } from './xlsx/cells'

/** What a column holds: an amount is in minor units here, a time a text on the business's clock or, in JSON, an instant. */
export type ColumnKind = 'text' | 'count' | 'amount' | 'time'

/** A column of an export, the same in every format; `width` is in characters, where a file says how wide it is. */
export type TableColumn<Row> = {
  name: string
  kind: ColumnKind
  width: number
  cellOf(row: Row): string | number | null
}

/** An export as its formats write it. */
export type TableExport<Row extends { id: string }> = {
  /** The name of the sheet of rows. */
  sheet: string
  columns: readonly TableColumn<Row>[]
  rows: OpenRows<Row>
  /** Of the currency. */
  digits: number
  about: object
  totals: { rows: number }
  /** The same for a reader, and what the columns mean. */
  aboutLines: readonly AboutLine[]
  definitions: object
  /** The last row of the sheet; a sheet that is to be imported as it is has none. */
  lastRow: readonly Cell[] | null
}

/** An export in a format. Throws RequestError 400 where a sheet can not hold so many rows. */
export function inFormat<Row extends { id: string }>(
  format: ExportFormat,
  table: TableExport<Row>,
): Omit<ExportFile, 'filename' | 'detail'> {
  if (format === 'xlsx') return tableXlsx(table)
  return format === 'json' ? tableJson(table) : tableCsv(table)
}
