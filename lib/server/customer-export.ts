import { stringify } from 'csv-stringify/sync'
import type pg from 'pg'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { type CustomerExport, type ExportRow, openCustomerExport } from '@/db/queries/customer-export'
import { neutralise } from '@/lib/csv/formula-text'
import type { ExportParams } from '@/lib/customer-groups/contract'
import { RequestError } from '@/lib/failure'
import { toDecimal } from '@/lib/money'
import { readableRows } from './readable-rows'

const EXPORTS_AT_ONCE = 2
let running = 0

/**
 * The export as a file: its name and its bytes, made while they are read. It is in the audit log before its first byte.
 * Throws RequestError 503 while two others run, and what the query throws for its parameters.
 */
export async function exportCustomers(pool: pg.Pool, caller: Caller, params: ExportParams, signal: AbortSignal) {
  if (running >= EXPORTS_AT_ONCE)
    throw new RequestError(503, 'busy', 'Two exports are running already. Try again in a minute.')
  running++
  const free = once(() => running--)
  try {
    const opened = await openCustomerExport(pool, caller.scope, params)
    const close = async () => {
      free()
      await opened.close()
    }
    await auditExport(pool, caller, opened, params).catch(async (error: unknown) => {
      await close()
      throw error
    })
    const body = await readableRows({ read: csvReader(opened), close, signal })
    return { filename: filenameOf(opened, params), body }
  } catch (error) {
    free()
    throw error
  }
}

/** What was asked for, without the words of a search, which are mostly somebody's name or phone. */
async function auditExport(pool: pg.Pool, caller: Caller, { frame }: CustomerExport, params: ExportParams) {
  const { period, group, activity, order_type, branch, q, format } = params
  const detail = { period, group, activity, order_type, branch, as_of: frame.window.to, searched: q !== '', format }
  await writeAudit(createDatabase(pool), caller, { action: 'export.started', detail })
}

/** Parts of the file; null at its end. The first begins with the byte order mark by which spreadsheets know UTF-8. */
function csvReader({ frame, read }: CustomerExport): () => Promise<string | null> {
  let begun = false
  return async () => {
    const rows = await read()
    if (begun && rows.length === 0) return null
    const lines = rows.map((row) => toCells(row, frame.currencyDigits))
    const part = stringify(begun ? lines : [COLUMNS, ...lines], { record_delimiter: '\r\n' })
    const first = !begun
    begun = true
    return first ? `\uFEFF${part}` : part
  }
}

const TEXTS = ['group', 'group_name', 'external_id', 'full_name', 'organization_name', 'phone', 'email'] as const
const COUNTS = ['total_orders', 'service_orders', 'sales_orders', 'consultation_orders', 'completed_orders'] as const
const COLUMNS = [...TEXTS, 'registered_at', ...COUNTS, 'revenue', 'last_order_date']

/** One row in the order of COLUMNS: a text that a spreadsheet would run is made harmless, an amount is exact. */
function toCells(row: ExportRow, digits: number): (string | number)[] {
  return [
    ...TEXTS.map((column) => neutralise(row[column] ?? '')),
    row.registered_at,
    ...COUNTS.map((column) => row[column]),
    toDecimal(row.revenue_minor, digits),
    row.last_order_date ?? '',
  ]
}

function filenameOf({ frame }: CustomerExport, { period, group }: ExportParams): string {
  return `customers-${group}-${period}-${frame.days.first}-to-${frame.days.last}.csv`
}

function once(effect: () => void): () => void {
  let done = false
  return () => {
    if (!done) effect()
    done = true
  }
}
