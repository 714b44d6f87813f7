import { describeError } from './database-errors'
import { log } from './log'

/**
 * One log line for an error that made a page fail. `route` is the page's pattern, never its path or query; `digest` is
 * the reference that the failed page shows.
 */
export function logPageError(error: unknown, route: string): void {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  log.error({ page: route, ...describeError(error), digest })
}
