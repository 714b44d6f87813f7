import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from '@/lib/server/launch/build'
import type { CommandContext } from '@/lib/server/launch/command'
import { openDatabase } from '@/lib/server/launch/open-database'
import { reservePort, serve } from '@/lib/server/launch/serve'
import { ensureBrowser, findBrowser } from '@/lib/server/launch/suite/browser'
import { loadSampleWorkshop } from './load-sample'

const FOLDER = join('docs', 'pictures')
const MOMENT = '2026-11-20T12:02:00.000Z'
const DESKTOP = { width: 1280, height: 1200 }
const PHONE = { width: 390, height: 844 }

/** `open` is what is opened before the picture is taken: a group's panel, or the first customer in it. */
type Picture = { name: string; open?: 'group' | 'customer'; size?: typeof DESKTOP; dark?: true }

const PICTURES: Picture[] = [
  { name: 'customer-groups' },
  { name: 'customer-groups-dark', dark: true },
  { name: 'customer-groups-phone', size: PHONE },
  { name: 'group-panel', open: 'group' },
  { name: 'customer-profile', open: 'customer' },
]

/** Writes docs/pictures from a temporary sample workshop, as it was at a fixed moment. */
export async function runPictures({ env, signal }: CommandContext): Promise<number> {
  const port = await reservePort(0)
  const dataDir = join(tmpdir(), `customer-groups-pictures-${randomUUID().slice(0, 8)}`)
  const database = await openDatabase(env, dataDir, true)
  const stop = new AbortController()
  try {
    await ensureBrowser(env, signal)
    await loadSampleWorkshop(database.pool, new Date(MOMENT))
    await buildIfNeeded(signal)
    const ending = AbortSignal.any([signal, stop.signal])
    const served = serve('start', { port, databaseUrl: database.url, signal: ending })
    const taken = takePictures(`http://127.0.0.1:${port}`, findBrowser(env), ending)
    await Promise.race([served, taken])
    stop.abort()
    await served
  } finally {
    stop.abort()
    await database.close()
  }
  return 0
}

async function takePictures(address: string, executablePath: string | null, signal: AbortSignal): Promise<void> {
  while (!(await fetch(`${address}/api/health`).catch(() => null))?.ok) await sleep(200, undefined, { signal })
  await mkdir(FOLDER, { recursive: true })
  const browser = await chromium.launch({
    executablePath: executablePath ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    for (const picture of PICTURES) await takePicture(browser, address, picture)
  } finally {
    await browser.close()
  }
}

async function takePicture(browser: Browser, address: string, picture: Picture): Promise<void> {
  const page = await browser.newPage({
    viewport: picture.size ?? DESKTOP,
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(`${address}/customer-groups?as_of=${MOMENT}`)
  if (picture.open) await open(page, picture.open)
  await page.waitForLoadState('networkidle')
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
