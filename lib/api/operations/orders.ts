import type { Operation } from '@/lib/api/operation'
import { newOrderSchema, orderAnswerSchema, orderChangeSchema, orderMadeSchema } from '@/lib/orders/contract'

const ORDER = '/api/customers/[id]/orders/[orderId]'

export const ORDERS = [
  {
    id: 'takeOrder',
    method: 'POST',
    path: '/api/orders',
    subject: 'Orders',
    summary: 'Take an order of a customer',
    notes:
      'details are those of the type. Without ordered_on the order is dated now; a day to come is refused. The amount is in major units of the business’s currency.',
    permission: 'enter',
    body: { name: 'NewOrder', schema: newOrderSchema },
    isKeyed: true,
    answer: { kind: 'json', status: 201, name: 'OrderMade', schema: orderMadeSchema },
    failures: ['branch_not_allowed', 'not_found', 'erased'],
    example: {
      body: {
        customer_id: '01980000-0000-7000-8000-000000000001',
        type: 'sales',
        branch: 'main',
        amount: '45000.50',
        details: { type: 'sales', item: 'Battery', quantity: 1 },
      },
    },
  },
  {
    id: 'getOrder',
    method: 'GET',
    path: ORDER,
    subject: 'Orders',
    summary: 'One order with its history',
    notes: 'version is what a change has to name. The history has the oldest step first.',
    permission: 'read',
    answer: { kind: 'json', status: 200, name: 'OrderAnswer', schema: orderAnswerSchema },
    failures: ['not_found'],
    example: {},
  },
  {
    id: 'changeOrder',
    method: 'PATCH',
    path: ORDER,
    subject: 'Orders',
    summary: 'Change an order of the version that was read',
    notes:
      'Only what is in changes is changed, and the answer is what the order is now. To cancel, to reopen, or to change a completed order needs the role manager and a reason. The same change sent again, because its answer was lost, is done once.',
    permission: 'enter',
    body: { name: 'OrderChange', schema: orderChangeSchema },
    answer: { kind: 'json', status: 200, name: 'OrderAnswer', schema: orderAnswerSchema },
    failures: ['branch_not_allowed', 'not_found', 'changed_meanwhile', 'not_in_this_state', 'erased'],
    example: { body: { version: 1, changes: { status: 'completed', amount: '130000' } } },
  },
] as const satisfies readonly Operation[]
