import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { reserveAddress } from '@/lib/server/launch/address'
import { buildIfNeeded } from '@/lib/server/launch/build'
import type { CommandContext } from '@/lib/server/launch/command'
import { type DemoAccounts, ensureDemoAccounts } from '@/lib/server/launch/demo-accounts'
import { openDatabase } from '@/lib/server/launch/open-database'
import { serve } from '@/lib/server/launch/serve'
import { ensureBrowser, findBrowser } from '@/lib/server/launch/suite/browser'
import { loadSampleWorkshop } from './load-sample'

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** Where the built application answers, and a browser with the cookies of its administrator. */
export type ShownWorkshop = { address: string; browser: Browser; session: Session; signal: AbortSignal }

/** Shows a temporary sample workshop, as of now, until `look` has ended. */
export async function withShownWorkshop(
  { env, signal }: CommandContext,
  look: (shown: ShownWorkshop) => Promise<void>,
): Promise<void> {
  const address = await reserveAddress({ HOST: '127.0.0.1', PORT: 0, ALLOW_PLAIN_HTTP: false })
  const dataDir = join(tmpdir(), `customer-groups-shown-${randomUUID().slice(0, 8)}`)
  const database = await openDatabase(env, dataDir, true)
  try {
    await ensureBrowser(env, signal)
    await loadSampleWorkshop(database.pool, new Date())
    const accounts = await ensureDemoAccounts(database, dataDir)
    await buildIfNeeded(signal)
    const stop = new AbortController()
    const ending = AbortSignal.any([signal, stop.signal])
    const sessionSecret = randomBytes(32).toString('hex')
    const served = serve('start', { address, databaseUrl: database.url, sessionSecret, signal: ending })
    const looked = lookAt(address.url, accounts, findBrowser(env), ending, look)
    try {
      await Promise.race([served, looked])
    } finally {
      stop.abort()
      await Promise.allSettled([served, looked])
    }
    await Promise.all([served, looked])
  } finally {
    await database.close()
  }
}

async function lookAt(
  address: string,
  accounts: DemoAccounts,
  executablePath: string | null,
  signal: AbortSignal,
  look: (shown: ShownWorkshop) => Promise<void>,
): Promise<void> {
  while (!(await fetch(`${address}/api/health`).catch(() => null))?.ok) await sleep(200, undefined, { signal })
  const browser = await chromium.launch({
    executablePath: executablePath ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    await look({ address, browser, session: await signIn(browser, address, accounts), signal })
  } finally {
    await browser.close()
  }
}

/** The cookies of the demo's administrator. */
async function signIn(browser: Browser, address: string, [administrator]: DemoAccounts): Promise<Session> {
  const page = await browser.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('E-mail').fill(administrator?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(administrator?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${address}/customer-groups`)
  const session = await page.context().storageState()
  await page.close()
  return session
}
