import type { Instrumentation } from 'next'

/** Next calls this once when the server starts. The condition is Next's own idiom: it drops the branch from edge code. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endWithParent } = await import('@/lib/server/shutdown')
    endWithParent()
    const { expireImportsHourly } = await import('@/lib/server/import/jobs/expire-hourly')
    expireImportsHourly()
  }
}

/** Next calls this for an error in a page; a route handler's is logged where it is answered. */
export const onRequestError: Instrumentation.onRequestError = async (error, _, { routePath }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logPageError } = await import('@/lib/server/page-error')
    logPageError(error, routePath)
  }
}
