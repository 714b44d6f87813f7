import { settleImportJobs } from '@/db/commands/import/job-ends'
import { getDatabase } from '@/lib/server/database'
import { describeError } from '@/lib/server/database-errors'
import { log } from '@/lib/server/log'

const HOUR_MS = 60 * 60_000

/** Ends imports that wait for too long also where nobody looks at any, so that their files go in time. */
export function expireImportsHourly(): void {
  setInterval(() => {
    settle().catch((error: unknown) => log.error({ task: 'expire imports', ...describeError(error) }))
  }, HOUR_MS).unref()
}

async function settle(): Promise<void> {
  await settleImportJobs(getDatabase())
}
