import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Once } from '@/db/commands/idempotency'
import { type Registration, registrationSchema } from '@/lib/customers/registration'
import { type NewOrder, newOrderSchema, type OrderChange, orderChangeSchema } from '@/lib/orders/contract'

/** What a request brings that is sent once; `asked` is what is hashed. */
export function onceMore(asked = ''): Once {
  return { key: randomUUID(), requestHash: asked }
}

/** The order of a form that was filled in as little as it takes, with what a test says of it. */
export const SERVICE = { type: 'service', branch: 'main', amount: '10.00', details: { type: 'service' } } as const

/** A registration as the contract reads it: a private person of whom a test says the rest. */
export function registration(given: Partial<z.input<typeof registrationSchema>> = {}): Registration {
  return registrationSchema.parse({ full_name: 'Neema Lyimo', group: 'personal', ...given })
}

/** An order of a customer as the contract reads it: a service of 10.00 today. */
export function newOrder(customerId: string, given: Partial<z.input<typeof newOrderSchema>> = {}): NewOrder {
  return newOrderSchema.parse({ customer_id: customerId, ...SERVICE, ...given })
}

/** A change of an order as the contract reads it. */
export function orderChange(
  version: number,
  changes: z.input<typeof orderChangeSchema>['changes'],
  reason: string | null = null,
): OrderChange {
  return orderChangeSchema.parse({ version, changes, reason })
}
