import { expect, test } from 'vitest'
import { ORDER_STATUSES, type OrderStatus } from '@/lib/definitions'
import { ruleOf } from './order-rules'

/** Who may take an order from a status to another; what is not here nobody may. */
const ALLOWED: Record<string, 'enter' | 'edit'> = {
  'created to in_progress': 'enter',
  'created to completed': 'enter',
  'created to cancelled': 'edit',
  'in_progress to completed': 'enter',
  'in_progress to cancelled': 'edit',
  'completed to created': 'edit',
  'completed to in_progress': 'edit',
  'completed to cancelled': 'edit',
  'cancelled to created': 'edit',
  'cancelled to in_progress': 'edit',
}
const steps = ORDER_STATUSES.flatMap((from) =>
  ORDER_STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
)

test.each(steps)('%s to %s', (from, to) => {
  const rule = ALLOWED[`${from} to ${to}`]
  if (rule) expect(ruleOf(from, to)).toBe(rule)
  else expect(() => ruleOf(from, to)).toThrow(expect.objectContaining({ status: 409 }))
})

test.each<[OrderStatus, 'enter' | 'edit']>([
  ['created', 'enter'],
  ['in_progress', 'enter'],
  ['completed', 'edit'],
])('the fields of an order that is %s are changed by whoever may %s', (status, rule) => {
  expect(ruleOf(status, status)).toBe(rule)
})

test('the fields of a cancelled order stay until it is reopened', () => {
  expect(() => ruleOf('cancelled', 'cancelled')).toThrow('Reopen it first.')
})
