import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { alive } from './groups-page'
import { expect } from './page-test'

/** A customer whom one test alone takes orders of, and the group that they are listed in. */
export type Watched = { id: string; name: string; branch: string }

const GROUP = 'company'

/** The nth customer from the end of the alphabet, and a branch at which an order of theirs can be taken. */
export async function watchedCustomer(page: Page, nth: number): Promise<Watched> {
  const answer = await page.request.get(`/api/customer-groups-data?group=${GROUP}&sort=name&dir=desc`)
  const { group_details } = await answer.json()
  const { id, full_name } = group_details.customers[nth]
  return { id, name: full_name, branch: 'main' }
}

/** Opens the groups page on the customer and waits until it is told of changes. */
export async function openLive(page: Page, { name }: Watched): Promise<void> {
  const streaming = page.waitForResponse((response) => response.url().endsWith('/api/live') && response.ok())
  await page.goto(`/customer-groups?group=${GROUP}&q=${encodeURIComponent(name)}`)
  await alive(page)
  await streaming
}

/** The customer's row in the list of the group. */
export function rowOf(page: Page, { id }: Watched): Locator {
  return page
    .getByRole('table', { name: 'Customers of Company' })
    .getByRole('row')
    .filter({ has: page.locator(`a[href*="${id}"]`) })
}

/** Takes an order of the customer over the API, as another page or a program would. */
export async function takeOrder(page: Page, { id, branch }: Watched): Promise<void> {
  const details = { type: 'consultation' }
  const order = { customer_id: id, type: 'consultation', branch, amount: '10.00', details }
  const headers = { 'Idempotency-Key': randomUUID(), Origin: new URL(page.url()).origin }
  const response = await page.request.post('/api/orders', { headers, data: order })
  expect(response.status(), await response.text()).toBe(201)
}

/** The notice of what was changed since. */
export function notice(page: Page): Locator {
  return page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Update' }) })
}

/**
 * Takes an order and expects the notice of it within a second. Another one is taken where the page, which has just been
 * opened, was reading its figures anew at that moment: they have the order, and there is nothing to tell.
 */
export async function expectToldWithinASecond(page: Page, customer: Watched): Promise<void> {
  await expect(async () => {
    await takeOrder(page, customer)
    await expect(notice(page)).toContainText(/\d+ new orders?/, { timeout: 1_000 })
  }).toPass()
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
