import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { ordersExportSchema } from '@/lib/orders/list'
import { requireCaller } from '@/lib/server/auth/caller'
import { getPool } from '@/lib/server/database'
import { toDownload } from '@/lib/server/export-file'
import { exportOrdersList } from '@/lib/server/list-exports'
import { route } from '@/lib/server/respond'

/** All orders that the list's parameters match, as a file that is made while it is read. */
export const GET = route('/orders/export', async (request) => {
  const caller = await requireCaller(request, 'export')
  const params = parseSearchParams(new URL(request.url).searchParams, ordersExportSchema)
  return toDownload(await exportOrdersList(getPool(), caller, params, request.signal))
})
