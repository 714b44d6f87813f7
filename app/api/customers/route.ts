import { registerCustomer } from '@/db/commands/register-customer'
import { registeredSchema, registrationSchema } from '@/lib/customers/registration'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readKeyedBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

/** Registers a customer with its vehicle and at most one order, once for each `Idempotency-Key`. */
export const POST = route('/api/customers', async (request) => {
  const caller = await requireCaller(request, 'enter')
  const { body, once } = await readKeyedBody(request, registrationSchema)
  const made = await registerCustomer(getDatabase(), caller, body, once)
  return Response.json(registeredSchema.parse({ success: true, ...made }), { status: 201 })
})
