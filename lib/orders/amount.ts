import { parseAmountMinor } from '@/lib/csv/amount'

export type EnteredAmount = { minor: number } | { problem: string }

/**
 * An amount that somebody entered, as the contract lets it through, in minor units of a currency with `digits` of them.
 * What does not fit is a problem in words: more decimals than the currency has are never rounded.
 */
export function enteredAmount(amount: string, digits: number): EnteredAmount {
  const parsed = parseAmountMinor(amount, digits, amount.includes(',') ? ',' : '.')
  if ('minor' in parsed) return parsed
  if (parsed.reason === 'amount too large') return { problem: 'This is more than can be recorded.' }
  if (parsed.reason === 'bad amount') return { problem: 'Give the amount in digits, as 1250.50.' }
  return { problem: digits === 0 ? 'The currency has no decimals.' : `The currency has ${digits} decimals, no more.` }
}
