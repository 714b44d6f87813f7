import type { ExportRow } from '@/db/queries/customer-export'
import type { ColumnKind } from './table-export'

type Column = {
  name:
    | Exclude<keyof ExportRow, 'id' | 'totals' | 'revenue_minor' | 'previous_revenue_minor'>
    | 'revenue'
    | 'previous_revenue'
  kind: ColumnKind
  /** In characters, where a file says how wide a column is. */
  width: number
}

/** The columns of a customer export in their order, the same in every format. */
export const CUSTOMER_COLUMNS = [
  { name: 'group', kind: 'text', width: 14 },
  { name: 'group_name', kind: 'text', width: 16 },
  { name: 'external_id', kind: 'text', width: 14 },
  { name: 'full_name', kind: 'text', width: 28 },
  { name: 'organization_name', kind: 'text', width: 24 },
  { name: 'phone', kind: 'text', width: 17 },
  { name: 'email', kind: 'text', width: 28 },
  { name: 'registered_at', kind: 'time', width: 19 },
  { name: 'total_orders', kind: 'count', width: 12 },
  { name: 'service_orders', kind: 'count', width: 14 },
  { name: 'sales_orders', kind: 'count', width: 12 },
  { name: 'consultation_orders', kind: 'count', width: 18 },
  { name: 'completed_orders', kind: 'count', width: 16 },
  { name: 'revenue', kind: 'amount', width: 18 },
  { name: 'last_order_date', kind: 'time', width: 19 },
  { name: 'visit', kind: 'text', width: 12 },
  { name: 'previous_orders', kind: 'count', width: 15 },
  { name: 'previous_revenue', kind: 'amount', width: 18 },
] as const satisfies readonly Column[]
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number]

/** A row's value in a column, amounts in minor units. What was before is 0, or null where nothing is compared with. */
export function valueIn(row: ExportRow, column: CustomerColumn['name'], isCompared: boolean): string | number | null {
  switch (column) {
    case 'revenue':
      return row.revenue_minor
    case 'previous_revenue':
      return isCompared ? (row.previous_revenue_minor ?? 0) : null
    case 'previous_orders':
      return isCompared ? (row.previous_orders ?? 0) : null
    default:
      return row[column]
  }
}
