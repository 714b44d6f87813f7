import { takeOrder } from '@/db/commands/orders/take-order'
import { newOrderSchema, orderMadeSchema } from '@/lib/orders/contract'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readKeyedBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

/** Takes an order of a customer, once for each `Idempotency-Key`. */
export const POST = route('/api/orders', async (request) => {
  const caller = await requireCaller(request, 'enter')
  const { body, once } = await readKeyedBody(request, newOrderSchema)
  const made = await takeOrder(getDatabase(), caller, body, once)
  return Response.json(orderMadeSchema.parse({ success: true, ...made }), { status: 201 })
})
