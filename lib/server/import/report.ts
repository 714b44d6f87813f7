import type { DecimalSign } from '@/lib/csv/amount'
import type { Encoding } from '@/lib/csv/encoding'
import type { Separator } from '@/lib/csv/separator'
import type { ErrorSummary } from './error-log'

/** What was found in one file and what became of its rows. Counts of changes are null where the import was refused. */
export type FileReport = {
  path: string
  rows: number
  /** Rows that say again exactly what another row says. */
  repeated: number
  /** `leftAlone` are customers that were merged into others or erased; absent where there is none. */
  applied: { created: number; changed: number; unchanged: number; leftAlone?: number } | null
  /** Null for a workbook, of which `sheet` was read. */
  encoding: Encoding | null
  separator: Separator | null
  sheet: string | null
  /** Null for customers, which have no amounts. */
  decimal: DecimalSign | null
  unknownColumns: string[]
}

/** The end of an import: applied as a whole, or refused with everything that is wrong and nothing changed. */
export type ImportReport = {
  applied: boolean
  customers: FileReport | null
  orders: FileReport | null
  /** Names, in the order in which they were met. */
  groupsCreated: string[]
  branchesCreated: string[]
  /** The currency that the business took from its first orders. */
  currencyTaken: string | null
  errors: ErrorSummary
  elapsedMs: number
}

/** How far an import is; `reading` counts bytes, the steps after it do not. */
export type ImportProgress = { step: 'reading' | 'checking' | 'applying'; doneBytes: number; totalBytes: number }
