import { AMOUNT_MINOR_LIMIT } from '@/lib/definitions'
import type { Reason } from './row-error'

export type DecimalSign = '.' | ','

export type ParsedAmount =
  | { minor: number }
  | { reason: Extract<Reason, 'bad amount' | 'amount with too many decimals' | 'amount too large'> }

const AMOUNT = /^(\d*)(?:([.,])(\d+))?$/

/**
 * An amount in minor units, exactly: '1234.5' with 2 digits is 123450. Without sign, separators of thousands or currency;
 * more decimals than the currency has are refused even if they are zeros, for '1.500' may be meant as 1500.
 */
export function parseAmountMinor(text: string, digits: number, sign: DecimalSign): ParsedAmount {
  const [, whole = '', separator, fraction = ''] = AMOUNT.exec(text) ?? []
  if (whole + fraction === '' || (separator !== undefined && separator !== sign)) return { reason: 'bad amount' }
  if (fraction.length > digits) return { reason: 'amount with too many decimals' }
  const significant = (whole + fraction.padEnd(digits, '0')).replace(/^0+(?=\d)/, '')
  if (significant.length >= AMOUNT_MINOR_LIMIT.toString().length) return { reason: 'amount too large' }
  return { minor: Number(significant) }
}
