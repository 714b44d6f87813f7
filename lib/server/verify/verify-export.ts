import { branchScope, type Scope, systemScope } from '@/db/access'
import type { Database } from '@/db/client'
import { branchIdsOf } from '@/db/queries/branches'
import { getExportTotals } from '@/db/queries/export-totals'
import { getCustomersTotals, getOrdersTotals } from '@/db/queries/list-totals'
import { exportQuerySchema } from '@/lib/customer-groups/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { customersExportSchema } from '@/lib/customers/list'
import type { ExportedList, ListTotals } from '@/lib/list-export'
import { ordersExportSchema } from '@/lib/orders/list'
import { type ReadExport, UnreadableExport } from './read-export'

/** A figure of a file: what its rows add up to, what it states itself (null where it does not), what the database has. */
export type CheckedFigure = { name: string; inRows: number; stated: number | null; inDatabase: number; digits: number }

export type VerifiedExport = { asOf: string; timeZone: string; figures: CheckedFigure[] }

/** The columns that are added up, named as in the file. */
const COUNTS = [
  'total_orders',
  'service_orders',
  'sales_orders',
  'consultation_orders',
  'completed_orders',
  'previous_orders',
] as const
const AMOUNTS = ['revenue', 'previous_revenue'] as const

/**
 * Compares an export with the database: the number of its rows and the sums of its columns, for the same parameters,
 * moment and branches. Amounts are in minor units. Throws UnreadableExport where the file does not say what it is of, and
 * RequestError for parameters that are refused.
 */
export async function verifyExport(db: Database, file: ReadExport): Promise<VerifiedExport> {
  if (file.of === null) throw new UnreadableExport('A CSV file does not say what it is of: add --query.')
  const { branches } = file.of
  const scope = branches === null ? systemScope() : branchScope(await branchIdsOf(db, branches))
  if (file.list) return verifyList(db, scope, file, { list: file.list, query: new URLSearchParams(file.of.query) })
  const params = parseSearchParams(new URLSearchParams(file.of.query), exportQuerySchema)
  if (params.as_of === undefined) throw new UnreadableExport('The query names no moment: it needs as_of.')
  const { frame, totals } = await getExportTotals(db, scope, params)
  const figure = (name: (typeof COUNTS)[number] | (typeof AMOUNTS)[number], digits: number): CheckedFigure => ({
    name,
    inRows: file.rows.reduce((sum, row) => sum + toMinor(row[name], digits), 0),
    stated: file.totals && toMinor(file.totals[name], digits),
    inDatabase: toMinor(totals[name], digits),
    digits,
  })
  const stated = file.totals && toMinor(file.totals.rows, 0)
  const rows = { name: 'rows', inRows: file.rows.length, stated, inDatabase: totals.rows, digits: 0 }
  const counts = COUNTS.map((name) => figure(name, 0))
  const amounts = AMOUNTS.map((name) => figure(name, frame.currencyDigits))
  return { asOf: frame.asOf, timeZone: frame.timeZone, figures: [rows, ...counts, ...amounts] }
}

type AskedList = { list: ExportedList; query: URLSearchParams }

/** A list has no moment: it is compared as it would be exported now. */
async function verifyList(db: Database, scope: Scope, file: ReadExport, { list, query }: AskedList) {
  const { frame, totals } =
    list === 'orders'
      ? await getOrdersTotals(db, scope, parseSearchParams(query, ordersExportSchema))
      : await getCustomersTotals(db, scope, parseSearchParams(query, customersExportSchema))
  const { currencyDigits, asOf, timeZone } = frame
  const figure = (name: keyof ListTotals, digits: number): CheckedFigure => ({
    name,
    inRows: file.rows.reduce((sum, row) => sum + toMinor(row[name], digits), 0),
    stated: file.totals && toMinor(file.totals[name], digits),
    inDatabase: toMinor(totals[name], digits),
    digits,
  })
  const sums =
    list === 'orders'
      ? [figure('amount', currencyDigits)]
      : [figure('total_orders', 0), figure('revenue', currencyDigits)]
  return { asOf, timeZone, figures: [{ ...figure('rows', 0), inRows: file.rows.length }, ...sums] }
}

/** Whether all sides of a figure are the same. */
export function agrees({ inRows, stated, inDatabase }: CheckedFigure): boolean {
  return inRows === inDatabase && (stated === null || stated === inRows)
}

/** A cell as a whole number of minor units; an empty one is 0. Throws UnreadableExport for what is no number. */
function toMinor(cell: unknown, digits: number): number {
  const minor = Math.round(Number(cell ?? 0) * 10 ** digits)
  if (!Number.isSafeInteger(minor)) throw new UnreadableExport(`A number can not be read: ${String(cell).slice(0, 40)}`)
  return minor
}
