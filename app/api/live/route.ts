import { requireCaller } from '@/lib/server/auth/caller'
import { openStream } from '@/lib/server/live/open-stream'
import { route } from '@/lib/server/respond'

/** What is changed, as server-sent events for whoever may read; it ends with the session or key that opened it. */
export const GET = route('/api/live', async (request) => {
  const caller = await requireCaller(request, 'read')
  // Nobody reads the body of a HEAD, nor would its end ever be told.
  const body = request.method === 'HEAD' ? null : openStream(caller, request)
  return new Response(body, {
    // Whatever stands between must neither keep nor gather what should arrive at once.
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
})
