import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { type Order, orderAnswerSchema, type orderChangeSchema } from '@/lib/orders/contract'

/** A change as it is sent. */
export type SentChange = z.input<typeof orderChangeSchema>

const apiHref = (customerId: string, orderId: string) => `/api/customers/${customerId}/orders/${orderId}`

/** One order with its history; the page brings the first answer along. */
export function orderOptions(opened: Order) {
  const { id, customer } = opened
  return queryOptions({
    queryKey: ['order', id] as const,
    queryFn: async ({ signal }) => (await fetchAnswer(apiHref(customer.id, id), orderAnswerSchema, signal)).order,
    initialData: opened,
  })
}

/** Sends a change; gives the order as it is then. */
export async function sendChange({ id, customer }: Order, change: SentChange): Promise<Order> {
  const sending = { method: 'PATCH', body: JSON.stringify(change) } as const
  return (await fetchAnswer(apiHref(customer.id, id), orderAnswerSchema, undefined, sending)).order
}
