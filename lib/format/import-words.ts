import type { DecimalSign } from '@/lib/csv/amount'
import type { Encoding } from '@/lib/csv/encoding'
import type { Separator } from '@/lib/csv/separator'
import type { DateOrder } from '@/lib/imports/date-order'
import type { PastImport } from '@/lib/imports/history'
import type { ImportJobProgress, ImportJobState } from '@/lib/imports/job'
import type { FileKind } from '@/lib/imports/mapping'
import { formatQuantity } from './number'

/** The words on the screen for where an import stands. */
const IMPORT_STATE_WORDS: Record<ImportJobState, string> = {
  uploaded: 'Waits for a preview',
  previewing: 'Being checked',
  previewed: 'Waits to be applied',
  applying: 'Being applied',
  applied: 'Applied',
  cancelled: 'Cancelled',
  failed: 'Failed',
  expired: 'Expired',
}

/** The same of an import that may hold wrong rows, with which it waits for something else. */
export function importStateInWords(state: ImportJobState, errorCount: number): string {
  return state === 'previewed' && errorCount > 0 ? 'Has wrong rows' : IMPORT_STATE_WORDS[state]
}

export const IMPORT_STEP_WORDS: Record<ImportJobProgress['step'], string> = {
  reading: 'Reading the files',
  checking: 'Checking the rows against each other',
  applying: 'Working out customers and orders',
}

export const IMPORT_FROM_WORDS: Record<PastImport['from'], string> = {
  browser: 'in the browser',
  command: 'on the command line',
  program: 'by a program',
}

export const FILE_KIND_WORDS: Record<FileKind, string> = { customers: 'Customers', orders: 'Orders' }

/** The words for the columns of both kinds of files. */
export const IMPORT_COLUMN_WORDS: Record<FileKind, Record<string, string>> = {
  customers: {
    external_id: 'Customer number',
    full_name: 'Name',
    customer_type: 'Group',
    organization_name: 'Organisation',
    phone: 'Phone',
    email: 'E-mail',
    registered_at: 'Registered',
    branch: 'Home branch',
    group_name: 'Name of a new group',
    branch_name: 'Name of a new branch',
    entered_at: 'Entered',
  },
  orders: {
    external_id: 'Order number',
    customer_external_id: 'Customer number',
    type: 'Type',
    status: 'Status',
    amount: 'Amount',
    created_at: 'Date',
    currency: 'Currency',
    source: 'Source',
    branch: 'Branch',
    branch_name: 'Name of a new branch',
  },
}

export const ENCODING_WORDS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
}

export const SEPARATOR_WORDS: Record<Separator, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' }

export const DATE_ORDER_WORDS: Record<DateOrder, string> = {
  ymd: 'Year first: 2026-03-31',
  dmy: 'Day first: 31/03/2026',
  mdy: 'Month first: 03/31/2026',
}

export const DECIMAL_WORDS: Record<DecimalSign, string> = { '.': 'Point: 1234.50', ',': 'Comma: 1234,50' }

/** What has come of an import that is not applied. */
export function leftUndoneInWords({ state, error_count }: Pick<PastImport, 'state' | 'error_count'>): string {
  if (state === 'applying') return 'Being applied'
  const yet = ['uploaded', 'previewing', 'previewed'].includes(state) ? 'Nothing is changed yet' : 'Nothing was changed'
  return error_count > 0 ? `${formatQuantity(error_count, 'error')} found. ${yet}` : yet
}

/** What an applied import did: "3 customers and 12 orders new, 1 customer changed", or that it changed nothing. */
export function importCountsInWords(counts: Readonly<Record<string, number>>): string {
  const told = (customers: number, orders: number, word: string) => {
    const parts = [
      customers > 0 && formatQuantity(customers, 'customer'),
      orders > 0 && formatQuantity(orders, 'order'),
    ].filter((part) => part !== false)
    return parts.length > 0 && `${parts.join(' and ')} ${word}`
  }
  const { customersCreated = 0, ordersCreated = 0, customersChanged = 0, ordersChanged = 0 } = counts
  const all = [told(customersCreated, ordersCreated, 'new'), told(customersChanged, ordersChanged, 'changed')]
  return all.filter((part) => part !== false).join(', ') || 'Nothing was new or changed'
}
