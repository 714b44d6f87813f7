import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '@/lib/server/launch/build'
import type { CommandContext } from '@/lib/server/launch/command'
import { ensureBrowser } from './browser'
import { runCheck } from './check'
import { runNodeProgram } from './program'
import { readPlaywrightReport } from './report'
import { countedResult, printResult, type SuiteResult } from './result'
import { withTemporaryFolder } from './temporary-folder'
import { runVitest } from './vitest-suite'

/** Runs everything and ends with the line `N passed, N failed`; resolves to the exit code. */
export async function runAllTests({ env, signal }: CommandContext): Promise<number> {
  return withTemporaryFolder(async (folder) => {
    await ensureBrowser(env, signal)
    const results = await runCheck(folder, signal)
    for (const suite of [buildSuite, databaseSuite, apiSuite, browserSuite]) {
      signal.throwIfAborted()
      const result = await suite(folder, signal)
      if (suite !== buildSuite || result.failed > 0) results.push(result)
      printResult(result, suite !== buildSuite)
    }
    signal.throwIfAborted()
    return summarise(results)
  })
}

const temporary = (folder: string) => ({ TMPDIR: folder, TMP: folder, TEMP: folder })

async function buildSuite(_: string, signal: AbortSignal): Promise<SuiteResult> {
  const began = Date.now()
  const failure = await buildIfNeeded(signal).then(
    () => null,
    (error: unknown) => String(error),
  )
  const failed = failure === null ? 0 : 1
  return { name: 'build', passed: 1 - failed, failed, ms: Date.now() - began, output: failure ?? '' }
}

function databaseSuite(folder: string, signal: AbortSignal): Promise<SuiteResult> {
  return runVitest('database', { folder, signal, live: true, env: temporary(folder) })
}

function apiSuite(folder: string, signal: AbortSignal): Promise<SuiteResult> {
  return runVitest('api', { folder, signal, live: true, env: temporary(folder) })
}

async function browserSuite(folder: string, signal: AbortSignal): Promise<SuiteResult> {
  const report = join(folder, 'browser.json')
  const env = { ...temporary(folder), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--reporter=list,json']
  const result = await runNodeProgram('@playwright/test/cli.js', args, { signal, live: true, env })
  // After a failure it holds pictures of the page.
  if (result.code === 0) await rm('test-results', { recursive: true, force: true })
  return countedResult('browser tests', result, await readPlaywrightReport(report))
}

function summarise(results: SuiteResult[]): number {
  const sum = (of: 'passed' | 'failed') => results.reduce((total, result) => total + result[of], 0)
  const failed = results.filter((result) => result.failed > 0)
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return failed.length > 0 ? 1 : 0
}
