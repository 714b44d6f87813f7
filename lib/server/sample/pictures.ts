import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { CommandContext } from '@/lib/server/launch/command'
import { type Session, withShownWorkshop } from './shown-workshop'

const FOLDER = join('docs', 'pictures')
const DESKTOP = { width: 1280, height: 1200 }
const PHONE = { width: 390, height: 844 }
/** A chart takes its width from the page that it is on. */
const SETTLE_MS = 500

/** `open` is what is opened on the groups page before the picture is taken: a group's panel, or the first customer in it. */
type Picture = { name: string; path?: string; open?: 'group' | 'customer'; size?: typeof DESKTOP; dark?: true }

const PICTURES: Picture[] = [
  { name: 'customer-groups' },
  { name: 'customer-groups-dark', dark: true },
  { name: 'customer-groups-phone', size: PHONE },
  { name: 'group-panel', open: 'group' },
  { name: 'customer-profile', open: 'customer' },
  { name: 'orders', path: '/orders' },
  { name: 'registration-phone', path: '/customers/new', size: PHONE },
]

/** Writes docs/pictures from a temporary sample workshop, as of now: of an earlier moment the page tells what came since. */
export async function runPictures(context: CommandContext): Promise<number> {
  await mkdir(FOLDER, { recursive: true })
  await withShownWorkshop(context, async ({ address, browser, session }) => {
    for (const picture of PICTURES) await takePicture(browser, address, session, picture)
  })
  return 0
}

async function takePicture(browser: Browser, address: string, session: Session, picture: Picture): Promise<void> {
  const page = await browser.newPage({
    storageState: session,
    viewport: picture.size ?? DESKTOP,
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  // Not until the network is idle: a page that follows changes keeps a stream open.
  await page.goto(`${address}${picture.path ?? '/customer-groups'}`)
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
