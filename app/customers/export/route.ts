import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { customersExportSchema } from '@/lib/customers/list'
import { requireCaller } from '@/lib/server/auth/caller'
import { getPool } from '@/lib/server/database'
import { toDownload } from '@/lib/server/export-file'
import { exportCustomersList } from '@/lib/server/list-exports'
import { route } from '@/lib/server/respond'

/** All customers that the list's parameters match, as a file that is made while it is read. */
export const GET = route('/customers/export', async (request) => {
  const caller = await requireCaller(request, 'export')
  const params = parseSearchParams(new URL(request.url).searchParams, customersExportSchema)
  return toDownload(await exportCustomersList(getPool(), caller, params, request.signal))
})
