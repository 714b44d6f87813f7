import type { Database } from '@/db/client'
import {
  findConflictingCustomers,
  findConflictingOrders,
  findOrdersOfUnknownCustomers,
  type StrayRow,
} from '@/db/commands/import/cross-checks'
import { addUpLines, COMMON_COLUMNS, findDisagreeingLines, findTooLargeOrders } from '@/db/commands/import/line-items'
import type { RowError } from '@/lib/csv/row-error'
import type { ErrorLog } from './error-log'

/** The files that were asked for; `customers` and `orders` are null where one could not be read as a table. */
type StagedFiles = {
  customersFile?: string
  ordersFile?: string
  customers: object | null
  orders: { isLineItems: boolean } | null
}

/** Checks the staged rows against each other and against what is recorded, and logs what does not go together. */
export async function logCrossErrors(db: Database, files: StagedFiles, log: ErrorLog): Promise<void> {
  const { customersFile, ordersFile, customers, orders } = files
  const conflict = { column: 'external_id', reason: 'one external id with different contents' } as const
  if (customersFile) await logAll(findConflictingCustomers(db), { file: customersFile, ...conflict }, log)
  if (!ordersFile) return
  if (orders?.isLineItems) await addUpLineItems(db, ordersFile, log)
  else await logAll(findConflictingOrders(db), { file: ordersFile, ...conflict }, log)
  // With no customers to look among, every order would be called a stray.
  if (customersFile && !customers) return
  const stray = { column: 'customer_external_id', reason: 'order of an unknown customer' } as const
  await logAll(findOrdersOfUnknownCustomers(db), { file: ordersFile, ...stray }, log)
}

/** Makes orders of their lines, unless lines of one order do not agree. */
async function addUpLineItems(db: Database, file: string, log: ErrorLog): Promise<void> {
  const before = log.total
  const differ = { file, reason: 'lines of one order that differ' } as const
  for (const column of COMMON_COLUMNS) await logAll(findDisagreeingLines(db, column), { column, ...differ }, log)
  const large = { file, column: 'amount', reason: 'amount too large' } as const
  await logAll(findTooLargeOrders(db), large, log)
  if (log.total === before) await addUpLines(db)
}

async function logAll(
  rows: AsyncIterable<StrayRow>,
  error: Pick<RowError, 'file' | 'column' | 'reason'>,
  log: ErrorLog,
): Promise<void> {
  for await (const { line, value } of rows) await log.add({ ...error, line, value })
}
