import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { z } from 'zod'
import { formatQuantity } from '@/lib/format/number'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { findBrowser } from '@/lib/server/launch/suite/browser'
import { runShown } from '@/lib/server/launch/suite/shown-program'
import { type Session, withShownWorkshop } from './shown-workshop'

/** The newest that runs on the Node that the project asks for; fetched for the run, since nothing else needs it. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PAGES = ['/customer-groups', '/customer-groups?group=company', '/customers', '/orders/new', '/import']
/** One look says little on a machine that does something else, too: the one in the middle counts. */
const LOOKS = 3
/** A page that follows changes is never without a request. */
const LONGEST_MS = 15_000
const DEVICES = { phone: [], desktop: ['--preset=desktop'] }
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const TIMES = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
/** The least score of each category, of 100. */
const LEAST: Record<(typeof CATEGORIES)[number], number> = { performance: 90, accessibility: 95, 'best-practices': 95 }

const report = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ displayValue: z.string().optional() })),
})
type Report = z.infer<typeof report>

/** What every look needs: where its files are, as whom it looks, with what. */
type Looking = { folder: string; headers: string; chrome: string | null; signal: AbortSignal }

/**
 * Looks at pages of the sample workshop with Lighthouse, on its emulated phone and on a desktop, three times each, and prints
 * the scores of the middle one as a table. Resolves to 1 where one is below what it has to be.
 */
export async function runLighthouse(context: CommandContext): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-lighthouse-'))
  const rows: { path: string; device: string; middle: Report }[] = []
  try {
    await withShownWorkshop(context, async ({ address, browser, session, signal }) => {
      await visit(browser, address, session)
      const headers = join(folder, 'headers.json')
      const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      await writeFile(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 })
      const looking = { folder, headers, chrome: findBrowser(context.env), signal }
      for (const path of PAGES)
        for (const [device, flags] of Object.entries(DEVICES))
          rows.push({ path, device, middle: await middleLook(`${address}${path}`, flags, looking) })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log('\n| page | on | performance | accessibility | best practices | LCP | blocked | shift |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const { path, device, middle } of rows) {
    const scores = CATEGORIES.map((name) => scoreOf(middle, name))
    console.log(
      `| ${[path, device, ...scores, ...TIMES.map((name) => middle.audits[name]?.displayValue)].join(' | ')} |`,
    )
  }
  const low = rows.flatMap(({ middle }) => CATEGORIES.filter((name) => scoreOf(middle, name) < LEAST[name]))
  if (low.length > 0)
    console.error(`\n${formatQuantity(low.length, 'score')} too low: at least ${JSON.stringify(LEAST)}.`)
  return low.length > 0 ? 1 : 0
}

/** Once before anything is measured, as somebody who has the application open: a server's first answers are slower. */
async function visit(browser: Browser, address: string, session: Session): Promise<void> {
  const page = await browser.newPage({ storageState: session })
  const listening = page.waitForResponse('**/api/live')
  for (const path of PAGES) {
    await page.goto(`${address}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await listening
  }
  await page.close()
}

function scoreOf({ categories }: Report, name: (typeof CATEGORIES)[number]): number {
  return Math.round(100 * (categories[name].score ?? 0))
}

async function middleLook(address: string, flags: readonly string[], looking: Looking): Promise<Report> {
  const reports: Report[] = []
  while (reports.length < LOOKS) reports.push(await look(address, flags, looking))
  const ordered = reports.toSorted((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'))
  const middle = ordered[Math.floor(LOOKS / 2)]
  if (!middle) throw new Error('There is no report.')
  return middle
}

async function look(address: string, flags: readonly string[], looking: Looking): Promise<Report> {
  const { folder, headers, chrome, signal } = looking
  const output = join(folder, 'report.json')
  const args = [
    '--yes',
    LIGHTHOUSE,
    address,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--extra-headers=${headers}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--max-wait-for-load=${LONGEST_MS}`,
    // Slowed down for real: the simulation takes a page of this very machine for late, since all its scripts arrive before
    // the first paint and it counts them as needed for it.
    '--throttling-method=devtools',
    '--chrome-flags=--headless --no-sandbox',
    ...flags,
  ]
  const isDone = await runShown('npx', args, signal, { CHROME_PATH: chrome ?? undefined })
  if (!isDone) throw new CommandError(`Lighthouse could not look at ${address}.`)
  const read = report.parse(JSON.parse(await readFile(output, 'utf8')))
  // Without its session a page leads to the sign-in, which would be looked at in its place.
  if (read.finalDisplayedUrl !== address) throw new CommandError(`${address} led to ${read.finalDisplayedUrl}.`)
  return read
}
