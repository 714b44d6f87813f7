import { exportQuerySchema } from '@/lib/customer-groups/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { requireCaller } from '@/lib/server/auth/caller'
import { exportCustomers } from '@/lib/server/customer-export'
import { getPool } from '@/lib/server/database'
import { toDownload } from '@/lib/server/export-file'
import { route } from '@/lib/server/respond'

/** Everything that the list's parameters match, as a file that is made while it is read. */
export const GET = route('/customer-groups/export', async (request) => {
  const caller = await requireCaller(request, 'export')
  const params = parseSearchParams(new URL(request.url).searchParams, exportQuerySchema)
  return toDownload(await exportCustomers(getPool(), caller, params, request.signal))
})
