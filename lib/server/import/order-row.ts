import type { StagedOrder } from '@/db/commands/import/staging'
import { type DecimalSign, parseAmountMinor } from '@/lib/csv/amount'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES, type OrderStatus, type OrderType } from '@/lib/definitions'
import { normaliseWord } from '@/lib/imports/columns'
import { type DateRules, EXTERNAL_ID_LIMIT, readInstant } from './customer-row'
import type { NameRegister } from './name-register'
import type { RowCells } from './row-cells'
import { nextRowId } from './row-ids'

const NAME_LIMIT = 200
const TYPE_ALIASES: Record<string, OrderType> = { inquiry: 'consultation' }
const STATUS_ALIASES: Record<string, OrderStatus> = { canceled: 'cancelled' }

/** What a row of an orders file is judged by; without a decimal sign amounts can not be judged. */
export type OrderRules = DateRules & {
  currency: string
  currencyDigits: number
  decimal: DecimalSign | null
  branches: NameRegister
}

/** An order to stage, or null where something is wrong with it, which is then in `cells.errors`. */
export function readOrder(cells: RowCells, line: number, rules: OrderRules): StagedOrder | null {
  if (!cells.isWhole) return null
  const externalId = cells.text('external_id', EXTERNAL_ID_LIMIT)
  if (!externalId) cells.fail('external_id', '', 'missing external id')
  const customerExternalId = cells.text('customer_external_id', EXTERNAL_ID_LIMIT)
  if (!customerExternalId) cells.fail('customer_external_id', '', 'order of an unknown customer')
  const type = readWord(cells.text('type'), ORDER_TYPES, TYPE_ALIASES)
  if (!type) cells.fail('type', cells.text('type'), 'unknown order type')
  const status = readWord(cells.text('status'), ORDER_STATUSES, STATUS_ALIASES)
  if (!status) cells.fail('status', cells.text('status'), 'unknown status')
  const source = cells.text('source') === null ? null : readWord(cells.text('source'), ORDER_SOURCES)
  if (source === undefined) cells.fail('source', cells.text('source'), 'unknown source')
  const amountMinor = readAmount(cells, rules)
  const created = cells.text('created_at') ?? ''
  const orderedAt = readInstant(created, rules)
  if (!orderedAt) cells.fail('created_at', created, 'bad date')
  const branch = cells.text('branch', NAME_LIMIT)
  const branchName = cells.text('branch_name', NAME_LIMIT)
  if (cells.errors.length > 0 || !externalId || !customerExternalId || !type || !status || !orderedAt) return null
  if (source === undefined || amountMinor === null) return null
  const branchId = branch && rules.branches.idOf(branch, branchName)
  const ids = { externalId, id: nextRowId(), historyId: nextRowId(), customerExternalId }
  return { line, ...ids, type, status, amountMinor, orderedAt, source, branchId }
}

/** Minor units, or null where they can not be told: an amount in another currency is not judged by this one's digits. */
function readAmount(cells: RowCells, { currency, currencyDigits, decimal }: OrderRules): number | null {
  const given = cells.text('currency')
  if (given && given.toUpperCase() !== currency) {
    cells.fail('currency', given, 'wrong currency')
    return null
  }
  const text = cells.text('amount') ?? ''
  if (!decimal) return null
  const parsed = parseAmountMinor(text, currencyDigits, decimal)
  if ('minor' in parsed) return parsed.minor
  cells.fail('amount', text, parsed.reason)
  return null
}

function readWord<T extends string>(
  text: string | null,
  words: readonly T[],
  aliases: Record<string, T> = {},
): T | undefined {
  const word = normaliseWord(text ?? '')
  return words.find((known) => known === word) ?? (Object.hasOwn(aliases, word) ? aliases[word] : undefined)
}
