import { z } from 'zod'
import { readIfThere } from '@/db/embedded/file-state'

const vitestSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

type Counts = { passed: number; failed: number }

/** The counts of Vitest's JSON report, or null where it has written none. */
export async function readVitestReport(path: string): Promise<Counts | null> {
  const report = await readIfThere(path)
  if (report === null) return null
  const { numPassedTests, numFailedTests } = vitestSchema.parse(JSON.parse(report))
  return { passed: numPassedTests, failed: numFailedTests }
}

/** The counts of Playwright's JSON report, or null where it has written none; a flaky test has failed once. */
export async function readPlaywrightReport(path: string): Promise<Counts | null> {
  const report = await readIfThere(path)
  if (report === null) return null
  const { expected, unexpected, flaky } = playwrightSchema.parse(JSON.parse(report)).stats
  return { passed: expected, failed: unexpected + flaky }
}
