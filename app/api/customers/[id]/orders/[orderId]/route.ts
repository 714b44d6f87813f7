import type { Caller } from '@/db/access'
import { changeOrder } from '@/db/commands/orders/change-order'
import { getOrder } from '@/db/queries/order'
import { RequestError } from '@/lib/failure'
import { orderAnswerSchema, orderChangeSchema } from '@/lib/orders/contract'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readJsonBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

type Named = { params: Promise<{ id: string; orderId: string }> }
const PATTERN = '/api/customers/[id]/orders/[orderId]'

/** One order with its history. */
export const GET = route<Named>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'read')
  return answerOrder(caller, await params)
})

/** Changes an order of the version that was read, and answers what it is now. */
export const PATCH = route<Named>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'enter')
  const { id, orderId } = await params
  const change = await readJsonBody(request, orderChangeSchema)
  await changeOrder(getDatabase(), caller, { customerId: id, orderId }, change)
  return answerOrder(caller, { id, orderId })
})

async function answerOrder(caller: Caller, { id, orderId }: Awaited<Named['params']>): Promise<Response> {
  const order = await getOrder(getDatabase(), caller.scope, id, orderId)
  if (!order) throw new RequestError(404, 'not_found', 'There is no such order.')
  return Response.json(orderAnswerSchema.parse({ success: true, order }))
}
