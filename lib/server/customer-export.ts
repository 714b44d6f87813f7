import type pg from 'pg'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { toGroupedMeta } from '@/db/queries/answer-meta'
import { listBranches } from '@/db/queries/branches'
import { type CustomerExport, openCustomerExport } from '@/db/queries/customer-export'
import { type ExportAbout, exportQuery } from '@/lib/customer-groups/export-contract'
import type { ExportParams } from '@/lib/customer-groups/params'
import { customerTable } from './customer-table'
import { startExport } from './export-file'
import { inFormat } from './table-export'

/**
 * The customers behind the groups page's figures as a file. Throws RequestError 503 while two others run, and what the
 * query throws for its parameters.
 */
export function exportCustomers(pool: pg.Pool, caller: Caller, params: ExportParams, signal: AbortSignal) {
  return startExport(pool, caller, signal, async () => {
    const visible = await visibleBranches(pool, caller)
    const opened = await openCustomerExport(pool, caller.scope, params)
    try {
      return {
        ...inFormat(params.format, customerTable(opened, params, aboutOf(opened, params, visible))),
        filename: filenameOf(opened, params),
        detail: detailOf(opened, params),
      }
    } catch (error) {
      await opened.close()
      throw error
    }
  })
}

function aboutOf({ frame, grouping }: CustomerExport, params: ExportParams, visible: string[] | null): ExportAbout {
  const { period, group, activity } = params
  const meta = toGroupedMeta(frame, params, grouping)
  return { ...meta, activity, period, group, query: exportQuery(params, frame.asOf), visible_branches: visible }
}

/** The codes of the branches that the caller may see, in an export; null means all. */
export async function visibleBranches(pool: pg.Pool, { scope }: Caller): Promise<string[] | null> {
  if (scope.branches === 'all') return null
  return (await listBranches(createDatabase(pool), scope)).map(({ code }) => code)
}

/** What was asked for, without the words of a search, which are mostly somebody's name or phone. */
function detailOf({ frame, totals }: CustomerExport, params: ExportParams) {
  const { period, from, to, compare, group, activity, order_type, branch, group_by, group_at, q, format } = params
  const filtered = FILTERS.some((name) => params[name] !== undefined && params[name] !== 'all')
  const asked = { period, from, to, compare, group, activity, order_type, branch, group_by, group_at }
  return { ...asked, as_of: frame.asOf, searched: q !== '', filtered, format, rows: totals.rows }
}

const FILTERS = ['min_orders', 'revenue_from', 'revenue_to', 'last_order_before', 'visits', 'vehicle'] as const

function filenameOf({ frame }: CustomerExport, { period, group, group_by, format }: ExportParams): string {
  const grouped = group_by === 'type' ? group : `by-${group_by}-${group}`
  return `customers-${grouped}-${period}-${frame.days.first}-to-${frame.days.last}.${format}`
}
