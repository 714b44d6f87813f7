import { findCustomers } from '@/db/queries/found-customers'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { findingParamsSchema } from '@/lib/customers/finding'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { route } from '@/lib/server/respond'

/** Finds customers while their name, phone, plate, e-mail or code is being typed. */
export const GET = route('/api/found-customers', async (request) => {
  const caller = await requireCaller(request, 'enter')
  const { q } = parseSearchParams(new URL(request.url).searchParams, findingParamsSchema)
  return Response.json({ success: true, customers: await findCustomers(getDatabase(), caller, q) })
})
