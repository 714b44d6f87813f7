import { stringify } from 'csv-stringify/sync'
import type pg from 'pg'
import type { Caller } from '@/db/access'
import type { OpenRows } from '@/db/queries/open-rows'
import { EXPORT_TYPES } from '@/lib/customer-groups/export-contract'
import { type FileParts, startExport } from './export-file'

export const CSV_TYPE = `${EXPORT_TYPES.csv}; charset=utf-8`

/** Rows as a CSV file has them: its columns, and a row as cells in their order. */
export type CsvRows<Row> = {
  columns: readonly string[]
  toCells: (row: Row) => (string | number)[]
  rows: OpenRows<Row>
}

/** An export as it is opened: its file's name, its rows, and what the audit log says of it. */
type CsvExport<Row> = CsvRows<Row> & { filename: string; detail: Record<string, unknown> }

/** An export as a CSV file. Throws what `startExport` throws. */
export function startCsvExport<Row>(
  pool: pg.Pool,
  caller: Caller,
  signal: AbortSignal,
  open: () => Promise<CsvExport<Row>>,
) {
  return startExport(pool, caller, signal, async () => {
    const { filename, detail, ...rows } = await open()
    return { filename, contentType: CSV_TYPE, detail, ...csvParts(rows) }
  })
}

/** The file by RFC 4180. It begins with the byte order mark by which spreadsheets know UTF-8. */
export function csvParts<Row>({ columns, toCells, rows }: CsvRows<Row>): FileParts {
  let begun = false
  const read = async () => {
    const batch = await rows.read()
    if (begun && batch.length === 0) return null
    const lines = batch.map(toCells)
    const part = stringify(begun ? lines : [[...columns], ...lines], { record_delimiter: '\r\n' })
    const first = !begun
    begun = true
    return first ? `\uFEFF${part}` : part
  }
  return { read, close: rows.close }
}
