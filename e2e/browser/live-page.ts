import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { alive } from './groups-page'
import { expect } from './page-test'

/** A customer whom one test alone takes orders of. */
export type Watched = { id: string; name: string }

/** The group that they are listed in, and the branch at which their orders are taken. */
const GROUP = 'company'
const BRANCH = 'main'

/** The nth customer from the end of the alphabet. */
export async function watchedCustomer(page: Page, nth: number): Promise<Watched> {
  const answer = await page.request.get(`/api/customer-groups-data?group=${GROUP}&sort=name&dir=desc`)
  const { group_details } = await answer.json()
  const { id, full_name } = group_details.customers[nth]
  return { id, name: full_name }
}

/** Opens the groups page on the customer and waits until it is told of changes, and knows which it had missed. */
export async function openLive(page: Page, { name }: Watched): Promise<void> {
  await page.addInitScript(markListening)
  await page.goto(`/customer-groups?group=${GROUP}&q=${encodeURIComponent(name)}`)
  await alive(page)
  await page.waitForFunction(() => 'listening' in window)
}

/** Runs in the page: notes on the window that the stream has told since when nothing was changed. */
function markListening(): void {
  const { fetch } = window
  window.fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (input !== '/api/live' || !response.ok || !response.body) return response
    const [body, copy] = response.body.tee()
    const read = async () => {
      const reader = copy.pipeThrough(new TextDecoderStream()).getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read())
        if (part.value.includes('"quiet_since":"')) Object.assign(window, { listening: true })
    }
    // The stream ends with the page, or when its tab is hidden.
    read().catch(() => undefined)
    return new Response(body, response)
  }
}

/** The customer's row in the list of the group. */
export function rowOf(page: Page, { id }: Watched): Locator {
  return page
    .getByRole('table', { name: 'Customers of Company' })
    .getByRole('row')
    .filter({ has: page.locator(`a[href*="${id}"]`) })
}

/** Takes an order of the customer over the API, as another page or a program would. */
export async function takeOrder(page: Page, { id }: Watched): Promise<void> {
  const details = { type: 'consultation' }
  const order = { customer_id: id, type: 'consultation', branch: BRANCH, amount: '10.00', details }
  const headers = { 'Idempotency-Key': randomUUID(), Origin: new URL(page.url()).origin }
  const response = await page.request.post('/api/orders', { headers, data: order })
  expect(response.status(), await response.text()).toBe(201)
}

/** The notice of what was changed since. */
export function notice(page: Page): Locator {
  return page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Update' }) })
}

/**
 * Takes an order and expects the notice of it within a second of the answer. Once more where the page, which has just
 * been opened, was reading its figures anew at that moment: the row has the order then, and there is nothing to tell.
 */
export async function expectToldWithinASecond(page: Page, customer: Watched): Promise<void> {
  const row = rowOf(page, customer)
  await expectNothingTold(page)
  const before = await row.innerText()
  if (await isToldOf(page, customer)) return
  await expect(row, 'neither told nor shown').not.toHaveText(before, { useInnerText: true, timeout: 1_000 })
  await expectNothingTold(page)
  expect(await isToldOf(page, customer), 'told within a second').toBe(true)
}

/** Fetches what other tests have changed, by a click that moves neither the focus nor the pointer. */
async function expectNothingTold(page: Page): Promise<void> {
  await expect(async () => {
    const update = notice(page).getByRole('button', { name: 'Update' })
    if (await update.isVisible()) await update.dispatchEvent('click', {}, { timeout: 1_000 })
    await expect(notice(page)).toHaveCount(0, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function isToldOf(page: Page, customer: Watched): Promise<boolean> {
  await takeOrder(page, customer)
  const told = notice(page).filter({ hasText: /\d+ new orders?/ })
  return told.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  )
}

/** Has the page believe that its tab is hidden or shown, as one without a window never does by itself. */
export async function setShown(page: Page, shown: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    shown ? 'visible' : 'hidden',
  )
}
