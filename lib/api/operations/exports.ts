import type { Operation } from '@/lib/api/operation'
import { EXPORT_TYPES } from '@/lib/customer-groups/export-contract'
import { exportQuerySchema } from '@/lib/customer-groups/params'
import { customersExportSchema } from '@/lib/customers/list'
import { ordersExportSchema } from '@/lib/orders/list'

const WHOLE = 'It is everything that matches, streamed while it is read: page, page_size and columns do nothing.'
const IMPORTED = `${WHOLE} JSON is { about, rows, totals }. CSV and XLSX can be imported elsewhere as they are.`
const FILE = { kind: 'file', mediaTypes: Object.values(EXPORT_TYPES) } as const

export const EXPORTS = [
  {
    id: 'exportGroupCustomers',
    method: 'GET',
    path: '/customer-groups/export',
    subject: 'Exports',
    summary: 'The customers of a group with their figures, as a file',
    notes: `${WHOLE} The parameters are those of the figures. JSON is { about, rows, totals }.`,
    permission: 'export',
    query: exportQuerySchema,
    answer: FILE,
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'period=1year&group=company&activity=all' },
  },
  {
    id: 'exportCustomers',
    method: 'GET',
    path: '/customers/export',
    subject: 'Exports',
    summary: 'All customers that match, as a file',
    notes: IMPORTED,
    permission: 'export',
    query: customersExportSchema,
    parameterWords: { sort: 'By what the rows are sorted.' },
    answer: FILE,
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'group=company&ordered=never' },
  },
  {
    id: 'exportOrders',
    method: 'GET',
    path: '/orders/export',
    subject: 'Exports',
    summary: 'All orders that match, as a file',
    notes: IMPORTED,
    permission: 'export',
    query: ordersExportSchema,
    parameterWords: {
      from: 'The first local day of the order date, included.',
      to: 'The last local day of the order date, included.',
      q: 'A part of what a customer is found by, or of the order’s code or description.',
      sort: 'By what the rows are sorted.',
    },
    answer: FILE,
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'from=2026-03-01&to=2026-03-31&status=completed' },
  },
] as const satisfies readonly Operation[]
