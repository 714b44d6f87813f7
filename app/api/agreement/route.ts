import { agreementParamsSchema } from '@/lib/agreement/contract'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { keptAgreement } from '@/lib/server/agreement/kept-agreement'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { route } from '@/lib/server/respond'

/** Whether the figures that the caller may see agree with the records, as of some minutes ago at most. */
export const GET = route('/api/agreement', async (request) => {
  const caller = await requireCaller(request, 'read')
  const { again } = parseSearchParams(new URL(request.url).searchParams, agreementParamsSchema)
  return Response.json(await keptAgreement(getDatabase(), caller, again === 'true'))
})
