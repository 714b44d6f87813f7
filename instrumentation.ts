/** Next calls this once when the server starts. The condition is Next's own idiom: it drops the branch from edge code. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endWithParent } = await import('@/lib/server/shutdown')
    endWithParent()
  }
}
