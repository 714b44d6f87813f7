import type pg from 'pg'
import type { Caller } from '@/db/access'
import { type CustomerExport, type ExportRow, openCustomerExport } from '@/db/queries/customer-export'
import { neutralise } from '@/lib/csv/formula-text'
import type { ExportParams } from '@/lib/customer-groups/contract'
import { toDecimal } from '@/lib/money'
import { startCsvExport } from './csv-export'

/**
 * The customers behind the groups page's figures as a file. Throws RequestError 503 while two others run, and what the
 * query throws for its parameters.
 */
export function exportCustomers(pool: pg.Pool, caller: Caller, params: ExportParams, signal: AbortSignal) {
  return startCsvExport(pool, caller, signal, async () => {
    const opened = await openCustomerExport(pool, caller.scope, params)
    const digits = opened.frame.currencyDigits
    return {
      filename: filenameOf(opened, params),
      columns: COLUMNS,
      toCells: (row: ExportRow) => toCells(row, digits, opened.frame.previous !== null),
      rows: opened,
      detail: detailOf(opened, params),
    }
  })
}

/** What was asked for, without the words of a search, which are mostly somebody's name or phone. */
function detailOf({ frame }: CustomerExport, params: ExportParams) {
  const { period, from, to, group, activity, order_type, branch, group_by, group_at, q, format } = params
  const filtered = FILTERS.some((name) => params[name] !== undefined && params[name] !== 'all')
  const asked = { period, from, to, group, activity, order_type, branch, group_by, group_at }
  return { ...asked, as_of: frame.asOf, searched: q !== '', filtered, format }
}

const FILTERS = ['min_orders', 'revenue_from', 'revenue_to', 'last_order_before', 'visits', 'vehicle'] as const

const TEXTS = ['group', 'group_name', 'external_id', 'full_name', 'organization_name', 'phone', 'email'] as const
const COUNTS = ['total_orders', 'service_orders', 'sales_orders', 'consultation_orders', 'completed_orders'] as const
const BEFORE = ['visit', 'previous_orders', 'previous_revenue'] as const
const COLUMNS = [...TEXTS, 'registered_at', ...COUNTS, 'revenue', 'last_order_date', ...BEFORE]

/** One row in the order of COLUMNS: a text that a spreadsheet would run is made harmless, an amount is exact. */
function toCells(row: ExportRow, digits: number, isCompared: boolean): (string | number)[] {
  const before = isCompared ? [row.previous_orders ?? 0, toDecimal(row.previous_revenue_minor ?? 0, digits)] : ['', '']
  return [
    ...TEXTS.map((column) => neutralise(row[column] ?? '')),
    row.registered_at,
    ...COUNTS.map((column) => row[column]),
    toDecimal(row.revenue_minor, digits),
    row.last_order_date ?? '',
    (isCompared && row.visit) || '',
    ...before,
  ]
}

function filenameOf({ frame }: CustomerExport, { period, group, group_by }: ExportParams): string {
  const grouped = group_by === 'type' ? group : `by-${group_by}-${group}`
  return `customers-${grouped}-${period}-${frame.days.first}-to-${frame.days.last}.csv`
}
