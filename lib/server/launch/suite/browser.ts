import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import type { Env } from '@/lib/env'
import { CommandError } from '@/lib/server/launch/command'
import { step } from '@/lib/server/launch/step'
import { runShown } from './shown-program'

/**
 * The shell without a window comes first: a whole Chromium renders its own toolbar beside every page, also where nobody
 * sees it, and a test of a page takes nearly twice as long (by Chromium 156, on two cores).
 */
const USUAL_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser for the tests: CHROME_PATH, one at a usual place, or Playwright's own; null where there is none.
 * @throws CommandError when CHROME_PATH names no file.
 */
export function findBrowser(env: Env): string | null {
  if (env.CHROME_PATH) {
    if (existsSync(env.CHROME_PATH)) return env.CHROME_PATH
    throw new CommandError('CHROME_PATH must be the path of a Chromium or Chrome that exists.')
  }
  return [...USUAL_PATHS, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

/**
 * Finds a browser or installs one: Debian's as root on Debian, Playwright's elsewhere.
 * @throws CommandError when there is none after that; the browser's tests are never left out.
 */
export async function ensureBrowser(env: Env, signal: AbortSignal): Promise<void> {
  if (findBrowser(env)) return
  await step('Installing a browser for the tests', async () => {
    if (isDebian() && process.getuid?.() === 0) {
      await runShown('apt-get', ['update', '-qq'], signal)
      for (const name of ['chromium-headless-shell', 'chromium'])
        if (!findBrowser(env))
          await runShown('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], signal)
    }
    const install = ['node_modules/@playwright/test/cli.js', 'install']
    if (!findBrowser(env)) await runShown(process.execPath, [...install, '--with-deps', 'chromium'], signal)
    if (!findBrowser(env)) await runShown(process.execPath, [...install, 'chromium'], signal)
  })
  signal.throwIfAborted()
  if (!findBrowser(env)) {
    throw new CommandError('There is no browser and none could be installed: install Chromium or set CHROME_PATH.')
  }
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
