import type { Database } from '@/db/client'
import { lockBusiness, takeCurrency } from '@/db/commands/import/money'
import { getBusiness } from '@/db/queries/business'
import type { DecimalSign } from '@/lib/csv/amount'
import { currencyDigits, isCurrency } from '@/lib/currency'
import type { ErrorLog } from './error-log'
import type { InspectedFile } from './inspect-file'

/** The rules by which rows are read: the clock and the money of the business. */
export type SettledRules = {
  timeZone: string
  currency: string
  currencyDigits: number
  /** Null where the file is ambiguous, which is then in the log, or where there are no orders. */
  decimal: DecimalSign | null
  currencyTaken: string | null
}

export type MoneyOptions = { decimal?: DecimalSign; currencyGiven: boolean }

/**
 * Settles currency and decimal sign before any amount is read. A business whose currency nobody has chosen takes that of
 * its first orders, if they all name the same one.
 */
export async function settleMoney(
  db: Database,
  orders: InspectedFile | null,
  options: MoneyOptions,
  log: ErrorLog,
): Promise<SettledRules> {
  const { hasOrders } = await lockBusiness(db)
  const business = await getBusiness(db)
  const [only = '', ...others] = orders?.currencies ?? []
  const isFree = !options.currencyGiven && !hasOrders
  const currencyTaken = isFree && others.length === 0 && only !== business.currency && isCurrency(only) ? only : null
  if (currencyTaken) await takeCurrency(db, currencyTaken)
  const currency = currencyTaken ?? business.currency
  const digits = currencyTaken ? currencyDigits(currencyTaken) : business.currencyDigits
  const decimal = orders ? (options.decimal ?? (await decideSign(orders, digits, log))) : null
  return { timeZone: business.timeZone, currency, currencyDigits: digits, decimal, currencyTaken }
}

async function decideSign(orders: InspectedFile, digits: number, log: ErrorLog): Promise<DecimalSign | null> {
  const decided = orders.amounts.decide(digits)
  if ('sign' in decided) return decided.sign
  await log.add({ file: orders.path, column: 'amount', reason: 'ambiguous decimal sign', ...decided.ambiguous })
  return null
}
