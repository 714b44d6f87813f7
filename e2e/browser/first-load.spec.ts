import type { Page, Response } from '@playwright/test'
import { openGroups } from './groups-page'
import { expect, test } from './page-test'

const LIMIT_BYTES = 200_000

/** Runs in the page: what waits until the browser is idle waits for ever, so that only the first load is counted. */
function neverIdle(): void {
  window.requestIdleCallback = () => 0
}

/** Opens a page and resolves to the bytes of its scripts, compressed as they came from the server. */
async function bytesOfScripts(page: Page, open: () => Promise<void>): Promise<number> {
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  await page.addInitScript(neverIdle)
  await open()
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(scripts.map((script) => script.request().sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

test('the groups page loads less than 200 kB of compressed code before the browser is idle', async ({ page }) => {
  const bytes = await bytesOfScripts(page, () => openGroups(page))
  console.log(`first load of the groups page: ${bytes.toLocaleString('en')} bytes of scripts`)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(LIMIT_BYTES)
})
