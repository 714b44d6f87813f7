import type { FailedField } from '@/lib/failure'
import { newOrderSchema } from '@/lib/orders/contract'
import type { EntryChoices } from './choices'
import { ORDER_FIELDS, orderBody, orderProblems } from './order-texts'
import { firstOfEach, problemsOf } from './problems'

/** What is typed on the order page, by the names of its contract. */
export const NEW_ORDER_FIELDS = ['customer_id', ...ORDER_FIELDS] as const
export type NewOrderField = (typeof NEW_ORDER_FIELDS)[number]
export type NewOrderTexts = Readonly<Record<NewOrderField, string>>

/** The body of `POST /api/orders`, for its contract to judge. */
export function newOrderBody(texts: NewOrderTexts, choices: EntryChoices) {
  return { customer_id: texts.customer_id, vehicle_id: texts.vehicle_id || null, ...orderBody(texts, choices) }
}

/** All that keeps an order from being sent, by the names of its contract. */
export function newOrderProblems(texts: NewOrderTexts, choices: EntryChoices, now: Date): FailedField[] {
  const { error } = newOrderSchema.safeParse(newOrderBody(texts, choices))
  return firstOfEach([...orderProblems(texts, choices, now), ...problemsOf(error)])
}
