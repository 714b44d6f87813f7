import { join } from 'node:path'
import { runNodeProgram } from './program'
import { readVitestReport } from './report'
import { countedResult, type SuiteResult } from './result'

/** Runs one of the projects of vitest.config.ts; its report goes to `folder`. */
export async function runVitest(
  project: 'unit' | 'database' | 'api',
  options: { folder: string; signal: AbortSignal; live?: boolean; env?: Record<string, string> },
): Promise<SuiteResult> {
  const report = join(options.folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const result = await runNodeProgram('vitest/vitest.mjs', ['run', '--project', project, ...reporters], options)
  return countedResult(`${project} tests`, result, await readVitestReport(report))
}
