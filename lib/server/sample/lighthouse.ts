import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { childEnv } from '@/lib/env'
import type { CommandContext } from '@/lib/server/launch/command'
import { findBrowser } from '@/lib/server/launch/suite/browser'
import { withShownWorkshop } from './shown-workshop'

/** Fetched by npx when it is asked for: with what it brings along it is larger than the application. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PATHS = ['/customer-groups', '/customers', '/orders/new', '/import']
const FORMS = { phone: [], desktop: ['--preset=desktop'] }
const CATEGORIES = ['accessibility', 'best-practices', 'performance'] as const
const WANTED = { accessibility: 95, 'best-practices': 95, performance: 90 } satisfies Record<
  (typeof CATEGORIES)[number],
  number
>

const score = z.object({ score: z.number().transform((share) => Math.round(share * 100)) })
const reportSchema = z.object({
  categories: z.object({ accessibility: score, 'best-practices': score, performance: score }),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
})

/** What Lighthouse says of the pages of a temporary sample workshop, signed in; 1 where a score is below what is wanted. */
export async function runLighthouse(context: CommandContext): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-lighthouse-'))
  const low: string[] = []
  try {
    await withShownWorkshop(context, new Date(), async ({ address, session, signal }) => {
      const headers = join(folder, 'headers.json')
      const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      await writeFile(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 })
      for (const path of PATHS)
        for (const [form, args] of Object.entries(FORMS)) {
          const output = join(folder, 'report.json')
          await lighthouse(
            context,
            [`${address}${path}`, `--extra-headers=${headers}`, `--output-path=${output}`, ...args],
            signal,
          )
          low.push(...report(`${path}, ${form}`, reportSchema.parse(JSON.parse(await readFile(output, 'utf8')))))
        }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return low.length === 0 ? 0 : 1
}

async function lighthouse({ env }: CommandContext, args: string[], signal: AbortSignal): Promise<void> {
  const chrome = findBrowser(env)
  const all = ['--yes', LIGHTHOUSE, ...args, '--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox']
  const categories = `--only-categories=${CATEGORIES.join(',')}`
  const child = spawn('npx', [...all, categories], {
    env: childEnv({ ...(chrome && { CHROME_PATH: chrome }) }),
    signal,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('Lighthouse could not look at the page.')
}

/** Prints the scores and what costs them, and gives the names of those that are too low. */
function report(page: string, { categories, audits }: z.output<typeof reportSchema>): string[] {
  const scores = CATEGORIES.map((name) => {
    const { score: found } = categories[name]
    return { name, found, isLow: found < WANTED[name] }
  })
  console.log(
    `${page}: ${scores.map(({ name, found, isLow }) => `${name} ${found}${isLow ? ' (low)' : ''}`).join(', ')}`,
  )
  const wrong = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.5)
  for (const { title } of wrong) console.log(`  ${title}`)
  return scores.filter(({ isLow }) => isLow).map(({ name }) => name)
}
