import { stillHolds } from '@/db/queries/still-holds'
import { SESSION_ABSOLUTE_DAYS } from '@/lib/accounts/limits'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { liveStream } from '@/lib/server/live-stream'
import { route } from '@/lib/server/respond'

/** A stream of server-sent events for whoever may read; it ends with the session or key that opened it. */
export const GET = route('/api/live', async (request) => {
  const caller = await requireCaller(request, 'read')
  const isAllowed = () => stillHolds(getDatabase(), caller, SESSION_ABSOLUTE_DAYS)
  const body = liveStream({ isAllowed, signal: request.signal })
  return new Response(body, {
    // Whatever stands between must neither keep nor gather what should arrive at once.
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
})
