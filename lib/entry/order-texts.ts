import { ORDER_TYPES, type OrderType } from '@/lib/definitions'
import type { FailedField } from '@/lib/failure'
import { type EntryChoices, onlyBranch } from './choices'
import { localDayOf } from './local-day'
import { numberOrText } from './problems'

/** What is typed of an order, by the names of its contract. `ordered_on` is blank for today. */
export const ORDER_FIELDS = [
  'type',
  'branch',
  'vehicle_id',
  'description',
  'amount',
  'ordered_on',
  'details.odometer_km',
  'details.item',
  'details.quantity',
  'details.follow_up_on',
] as const
export type OrderField = (typeof ORDER_FIELDS)[number]
export type OrderTexts = Readonly<Record<OrderField, string>>

/** The type that was chosen, or null. */
export function typeOf(text: string): OrderType | null {
  return ORDER_TYPES.find((type) => type === text) ?? null
}

/** The fields that a registration's order and one of the order page have in common, for their contracts to judge. */
export function orderBody(texts: OrderTexts, choices: EntryChoices) {
  return {
    type: texts.type,
    branch: branchOf(texts, choices),
    description: texts.description || null,
    amount: texts.amount,
    ordered_on: texts.ordered_on || null,
    details: detailsBody(texts),
  }
}

/** What the contract can not know: the choices, the currency and the day. */
export function orderProblems(texts: OrderTexts, choices: EntryChoices, now: Date): FailedField[] {
  const { timeZone, currency, currencyDigits } = choices.business
  const problems: FailedField[] = []
  const tell = (name: OrderField, message: string) => problems.push({ name, message })
  if (typeOf(texts.type) === null) tell('type', 'Choose what they came for.')
  if (branchOf(texts, choices) === '') tell('branch', 'Choose a branch.')
  const digits = /^\d+[.,](\d+)$/.exec(texts.amount.trim())?.[1]?.length ?? 0
  if (digits > currencyDigits) tell('amount', wordsForDigits(currency, currencyDigits))
  if (texts.ordered_on > localDayOf(now, timeZone)) tell('ordered_on', 'This day is still to come.')
  return problems
}

function branchOf(texts: OrderTexts, choices: EntryChoices): string {
  return texts.branch || (onlyBranch(choices) ?? '')
}

function wordsForDigits(currency: string, digits: number): string {
  if (digits === 0) return `Give a whole amount: ${currency} has no smaller part.`
  return `At most ${digits} digits after the point in ${currency}.`
}

function detailsBody(texts: OrderTexts) {
  switch (texts.type) {
    case 'service':
      return { type: 'service', odometer_km: numberOrText(texts['details.odometer_km']) }
    case 'sales':
      return { type: 'sales', item: texts['details.item'], quantity: numberOrText(texts['details.quantity']) ?? 1 }
    default:
      return { type: 'consultation', follow_up_on: texts['details.follow_up_on'] || null }
  }
}
