import { checkDocs } from './cited-in-docs'
import { runNodeProgram } from './program'
import { printResult, type SuiteResult, wholeResult } from './result'
import { runVitest } from './vitest-suite'

/** Everything that needs no database, side by side: format and lint, types, dead code, unit tests, docs. */
export async function runCheck(folder: string, signal: AbortSignal): Promise<SuiteResult[]> {
  const steps = [
    runNodeProgram('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'], { signal }).then((result) =>
      wholeResult('format and lint', result),
    ),
    checkTypes(signal),
    runNodeProgram('knip/bin/knip.js', [], { signal }).then((result) => wholeResult('dead code', result)),
    runVitest('unit', { folder, signal }),
    checkDocs(),
  ]
  return Promise.all(
    steps.map(async (step) => {
      const result = await step
      printResult(result)
      return result
    }),
  )
}

/** Next generates the types of the routes, then TypeScript checks everything. */
async function checkTypes(signal: AbortSignal): Promise<SuiteResult> {
  const routes = await runNodeProgram('next/dist/bin/next', ['typegen'], { signal })
  if (routes.code !== 0) return wholeResult('types', routes)
  // From scratch: what the compiler kept of an earlier run has let errors pass once files changed under it.
  const types = await runNodeProgram('typescript/bin/tsc', ['--noEmit', '--incremental', 'false'], { signal })
  return wholeResult('types', { ...types, ms: routes.ms + types.ms })
}
