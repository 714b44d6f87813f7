import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { PlannedPreview } from '@/db/commands/import/preview-import'
import { restore } from '@/lib/csv/formula-text'
import { ERRORS_PAGE_SIZE, type ImportErrors, type ImportPreview, importErrorsSchema } from '@/lib/imports/job'
import type { FileReport, ImportReport } from '@/lib/server/import/report'

const NO_SAMPLES = { customers_changed: [], customers_created: [], orders_changed: [], orders_created: [] }
/** More than every row of a large file has; what is beyond is counted, and left out of the file of errors. */
const ERRORS_BYTES_LIMIT = 50 * 1024 * 1024

/** What a report says of an import that was only looked at; `planned` is null where rows are wrong. */
export function toPreview(report: ImportReport, planned: PlannedPreview | null, currency: string): ImportPreview {
  const { customers, orders, groupsCreated, branchesCreated, currencyTaken, errors } = report
  return {
    customers: countsOf(customers),
    orders: countsOf(orders),
    amounts: orders ? (planned?.amounts ?? null) : null,
    currency: currencyTaken ?? currency,
    currency_taken: currencyTaken,
    groups_created: groupsCreated,
    branches_created: branchesCreated,
    ignored_columns: { customers: customers?.unknownColumns ?? [], orders: orders?.unknownColumns ?? [] },
    samples: planned?.samples ?? NO_SAMPLES,
    errors_by_reason: errors.byReason,
  }
}

function countsOf(file: FileReport | null): ImportPreview['customers'] {
  if (!file?.applied) return null
  const { rows, repeated, applied } = file
  const { created, changed, unchanged, leftAlone = 0 } = applied
  return { rows, repeated, created, changed, unchanged, left_alone: leftAlone }
}

/** The file of a report's errors, or null where there are none. */
export async function readErrors({ errors }: ImportReport): Promise<Buffer | null> {
  if (errors.total === 0) return null
  const bytes = errors.file === null ? Buffer.alloc(0) : await readFile(errors.file)
  if (bytes.length <= ERRORS_BYTES_LIMIT) return bytes
  const whole = bytes.subarray(0, ERRORS_BYTES_LIMIT)
  return whole.subarray(0, whole.lastIndexOf('\n') + 1)
}

const rowsSchema = z.array(z.tuple([z.string(), z.coerce.number(), z.string(), z.string(), z.string()]))

/** A page of such a file, with its texts as they were before they were made safe for spreadsheets. */
export function errorsPage(bytes: Buffer | null, total: number, number: number): ImportErrors {
  const from = 2 + (number - 1) * ERRORS_PAGE_SIZE
  const rows = bytes ? rowsSchema.parse(parse(bytes, { bom: true, from, to: from + ERRORS_PAGE_SIZE - 1 })) : []
  const errors = rows.map(([file, line, column, value, reason]) => {
    return { file, line, column: restore(column), value: restore(value), reason }
  })
  return importErrorsSchema.parse({ success: true, page: { number, size: ERRORS_PAGE_SIZE, total }, errors })
}
