import { inSeconds } from '@/lib/server/launch/step'
import type { ProgramResult } from './program'

/** What a step of the check or a suite of tests came to. A step without tests counts as one. */
export type SuiteResult = { name: string; passed: number; failed: number; ms: number; output: string }

/** A program that passes or fails as a whole. */
export function wholeResult(name: string, { code, output, ms }: ProgramResult): SuiteResult {
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, ms, output }
}

/**
 * A program that has counted its tests; `counts` is null when it wrote no report. One that ran nothing, or that failed
 * outside any test, has failed once.
 */
export function countedResult(
  name: string,
  { code, output, ms }: ProgramResult,
  counts: { passed: number; failed: number } | null,
): SuiteResult {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 }
  const ranNothing = passed + failed === 0
  const alsoFailed = failed === 0 && (code !== 0 || ranNothing) ? 1 : 0
  return { name, passed, failed: failed + alsoFailed, ms, output: ranNothing ? `${output}\nNo test has run.` : output }
}

/** One line a step; what a failed one wrote goes above it, unless it was shown while it ran. */
export function printResult({ name, passed, failed, ms, output }: SuiteResult, wasLive = false): void {
  if (failed > 0 && !wasLive) console.log(`\n${output.trim()}\n`)
  const count = passed + failed === 1 ? '' : `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}, `
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name} (${count}${inSeconds(ms)})`)
}
