import { z } from 'zod'
import { GROUPINGS, PERIODS } from '@/lib/definitions'
import { money, orderCounts, whole } from '@/lib/figures'
import { groupsMetaSchema } from './answer-meta'
import type { ExportFormat, ExportParams } from './params'

/** What a file of each format is. */
export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/** What the rows of an export add up to. A customer in several groups has several rows and counts once. */
export const exportTotalsSchema = z.object({
  rows: whole,
  customers: whole,
  ...orderCounts,
  revenue: money,
  /** Null where nothing is compared with. */
  previous_orders: whole.nullable(),
  previous_revenue: money.nullable(),
})
export type ExportTotals = z.infer<typeof exportTotalsSchema>

/** What an export says of itself, so that it can be read, and checked, without the page that it was made from. */
export const exportAboutSchema = groupsMetaSchema.extend({
  period: z.enum(PERIODS),
  group: z.string(),
  group_by: z.enum(GROUPINGS),
  /** Every parameter, the moment included: the same export later. */
  query: z.string(),
  /** The codes of the branches that its reader may see; null means all of them. */
  visible_branches: z.array(z.string()).nullable(),
})
export type ExportAbout = z.infer<typeof exportAboutSchema>

/** All parameters of an export as a query string, its moment among them, but for the page, which it has none of. */
export function exportQuery({ page, page_size, ...params }: ExportParams, asOf: string): string {
  const given = Object.entries({ ...params, as_of: asOf }).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}
