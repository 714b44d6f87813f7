import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { reserveAddress } from '@/lib/server/launch/address'
import { buildIfNeeded } from '@/lib/server/launch/build'
import type { CommandContext } from '@/lib/server/launch/command'
import { type DemoAccounts, ensureDemoAccounts } from '@/lib/server/launch/demo-accounts'
import { openDatabase } from '@/lib/server/launch/open-database'
import { serve } from '@/lib/server/launch/serve'
import { ensureBrowser, findBrowser } from '@/lib/server/launch/suite/browser'
import { loadSampleWorkshop } from './load-sample'

const FOLDER = join('docs', 'pictures')
const MOMENT = '2026-11-20T12:02:00.000Z'
const DESKTOP = { width: 1280, height: 1200 }
const PHONE = { width: 390, height: 844 }
/** A chart takes its width from the page that it is on. */
const SETTLE_MS = 500

/** `open` is what is opened on the groups page before the picture is taken: a group's panel, or the first customer in it. */
type Picture = { name: string; path?: string; open?: 'group' | 'customer'; size?: typeof DESKTOP; dark?: true }

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

const PICTURES: Picture[] = [
  { name: 'customer-groups' },
  { name: 'customer-groups-dark', dark: true },
  { name: 'customer-groups-phone', size: PHONE },
  { name: 'group-panel', open: 'group' },
  { name: 'customer-profile', open: 'customer' },
  { name: 'orders', path: '/orders' },
  { name: 'registration-phone', path: '/customers/new', size: PHONE },
]

/** Writes docs/pictures from a temporary sample workshop, as it was at a fixed moment. */
export async function runPictures({ env, signal }: CommandContext): Promise<number> {
  const address = await reserveAddress({ HOST: '127.0.0.1', PORT: 0, ALLOW_PLAIN_HTTP: false })
  const dataDir = join(tmpdir(), `customer-groups-pictures-${randomUUID().slice(0, 8)}`)
  const database = await openDatabase(env, dataDir, true)
  const stop = new AbortController()
  try {
    await ensureBrowser(env, signal)
    await loadSampleWorkshop(database.pool, new Date(MOMENT))
    const accounts = await ensureDemoAccounts(database, dataDir)
    await buildIfNeeded(signal)
    const ending = AbortSignal.any([signal, stop.signal])
    const sessionSecret = randomBytes(32).toString('hex')
    const served = serve('start', { address, databaseUrl: database.url, sessionSecret, signal: ending })
    const taken = takePictures(address.url, accounts, findBrowser(env), ending)
    await Promise.race([served, taken])
    stop.abort()
    await served
  } finally {
    stop.abort()
    await database.close()
  }
  return 0
}

async function takePictures(
  address: string,
  accounts: DemoAccounts,
  executablePath: string | null,
  signal: AbortSignal,
): Promise<void> {
  while (!(await fetch(`${address}/api/health`).catch(() => null))?.ok) await sleep(200, undefined, { signal })
  await mkdir(FOLDER, { recursive: true })
  const browser = await chromium.launch({
    executablePath: executablePath ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const session = await signIn(browser, address, accounts)
    for (const picture of PICTURES) await takePicture(browser, address, session, picture)
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

async function takePicture(browser: Browser, address: string, session: Session, picture: Picture): Promise<void> {
  const page = await browser.newPage({
    storageState: session,
    viewport: picture.size ?? DESKTOP,
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  // Not until the network is idle: a page that follows changes keeps a stream open.
  await page.goto(`${address}${picture.path ?? `/customer-groups?as_of=${MOMENT}`}`)
  if (picture.open) await open(page, picture.open)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await sleep(SETTLE_MS)
  await page.screenshot({ path: join(FOLDER, `${picture.name}.png`), animations: 'disabled' })
  await page.close()
}

async function open(page: Page, what: 'group' | 'customer'): Promise<void> {
  await page.getByRole('link', { name: 'Company', exact: true }).click()
  const first = page.getByRole('table').getByRole('link').first()
  await first.waitFor()
  if (what === 'group') return
  await first.click()
  await page.waitForURL('**/customers/**')
}
