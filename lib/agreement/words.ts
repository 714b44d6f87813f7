import type { Business } from '@/lib/business'
import { formatCount, formatDecimal } from '@/lib/format/number'
import type { Check } from './contract'

/** A side's number as it is read: a count, or an amount with its currency's digits. */
export function showSide(
  value: number,
  unit: Check['unit'],
  { currencyDigits }: Pick<Business, 'currencyDigits'>,
): string {
  return unit === 'money' ? formatDecimal(value, currencyDigits) : formatCount(value)
}
