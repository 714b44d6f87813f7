import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { formatQuantity } from '@/lib/format/number'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { findBrowser } from '@/lib/server/launch/suite/browser'
import { runShown } from '@/lib/server/launch/suite/shown-program'
import { withShownWorkshop } from './shown-workshop'

/** The newest that runs on the Node that the project asks for; fetched for the run, since nothing else needs it. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PAGES = ['/customer-groups', '/customer-groups?group=company', '/customers', '/orders/new', '/import']
const DEVICES = { phone: [], desktop: ['--preset=desktop'] }
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
/** The least score of each category, of 100. */
const LEAST: Record<(typeof CATEGORIES)[number], number> = { performance: 90, accessibility: 95, 'best-practices': 95 }

const report = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ displayValue: z.string().optional() })),
})

/**
 * Looks at pages of the sample workshop with Lighthouse, on its emulated phone and on a desktop, and prints the scores as a
 * table. Resolves to 1 where one is below what it has to be.
 */
export async function runLighthouse(context: CommandContext): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-lighthouse-'))
  const rows: string[] = []
  let tooLow = 0
  try {
    await withShownWorkshop(context, new Date(), async ({ address, session, signal }) => {
      const headers = join(folder, 'headers.json')
      const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      await writeFile(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 })
      for (const path of PAGES) {
        for (const [device, flags] of Object.entries(DEVICES)) {
          const output = join(folder, 'report.json')
          const asked = `${address}${path}`
          const given = [asked, `--extra-headers=${headers}`, `--output-path=${output}`, ...flags]
          if (!(await look(context, given, signal))) throw new CommandError(`Lighthouse could not look at ${path}.`)
          const { finalDisplayedUrl, categories, audits } = report.parse(JSON.parse(await readFile(output, 'utf8')))
          // Without its session a page leads to the sign-in, which would be looked at in its place.
          if (finalDisplayedUrl !== asked) throw new CommandError(`${path} led to ${finalDisplayedUrl}.`)
          const scores = CATEGORIES.map((name) => {
            const score = Math.round(100 * (categories[name].score ?? 0))
            if (score < LEAST[name]) tooLow++
            return score
          })
          const times = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
          rows.push(`| ${[path, device, ...scores, ...times.map((name) => audits[name]?.displayValue)].join(' | ')} |`)
        }
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log('\n| page | on | performance | accessibility | best practices | LCP | blocked | shift |')
  console.log(['|---|---|---|---|---|---|---|---|', ...rows].join('\n'))
  if (tooLow > 0) console.error(`\n${formatQuantity(tooLow, 'score')} too low: at least ${JSON.stringify(LEAST)}.`)
  return tooLow > 0 ? 1 : 0
}

function look({ env }: CommandContext, given: string[], signal: AbortSignal): Promise<boolean> {
  // Slowed down for real: the simulation takes a page of this very machine for late, since all its scripts arrive before
  // the first paint and it counts them as needed for it.
  const slowed = '--throttling-method=devtools'
  const flags = ['--quiet', '--output=json', `--only-categories=${CATEGORIES.join(',')}`, slowed]
  const browser = findBrowser(env)
  return runShown('npx', ['--yes', LIGHTHOUSE, ...given, ...flags, '--chrome-flags=--headless --no-sandbox'], signal, {
    CHROME_PATH: browser ?? undefined,
  })
}
