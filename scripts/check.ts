import { runCommand } from '@/lib/server/launch/command'
import { runCheck } from '@/lib/server/launch/suite/check'
import { withTemporaryFolder } from '@/lib/server/launch/suite/temporary-folder'

/** `npm run check`: everything that needs no database. */
await runCommand(async ({ signal }) => {
  const results = await withTemporaryFolder((folder) => runCheck(folder, signal))
  return results.some(({ failed }) => failed > 0) ? 1 : 0
})
