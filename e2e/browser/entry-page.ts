import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect } from './page-test'

/** A name that nobody else has. */
export function unique(name: string): string {
  return `${name} ${randomUUID().slice(0, 8)}`
}

/** Opens the registration and waits until the browser has read what was typed before. */
export async function openRegistration(page: Page): Promise<void> {
  await page.goto('/customers/new')
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
}

/** Says who a private person is, and goes on. */
export async function fillWho(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: 'Personal', exact: true }).check()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await goOn(page)
  await expect(page.getByRole('heading', { name: /What they came for$/ })).toBeFocused()
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Walks with a new person to the review of a sale of 1,250.50 in Arusha. */
export async function reviewSale(page: Page, name: string): Promise<void> {
  await openRegistration(page)
  await fillWho(page, name)
  await page.getByRole('radio', { name: /^Sales/ }).check()
  await goOn(page)
  await page.getByLabel('Item').fill('Four tyres')
  await page.getByLabel('Amount (TZS)').fill('1250.50')
  await page.getByLabel('Branch').selectOption('Arusha')
  await goOn(page)
  await expect(page.getByRole('heading', { name: /Review$/ })).toBeVisible()
}

/** Opens the order page and waits until the finder can be typed into. */
export async function openNewOrder(page: Page): Promise<Locator> {
  await page.goto('/orders/new')
  const finder = page.getByRole('combobox', { name: 'Customer' })
  await expect(finder).toBeVisible()
  return finder
}

/** Registers somebody who came for nothing yet, by the API, and gives their id. */
export async function registered(
  page: Page,
  name: string,
  vehicle: { plate: string } | null = { plate: `T ${randomUUID().slice(0, 6)}` },
): Promise<string> {
  const response = await page.request.post('/api/customers', {
    headers: { 'Idempotency-Key': randomUUID(), Origin: new URL(page.url()).origin },
    data: { full_name: name, group: 'personal', branch: 'arusha', vehicle },
  })
  expect(response.status(), await response.text()).toBe(201)
  const { customer_id } = await response.json()
  return customer_id
}

/** What the groups page counts for everybody of this name: one entry a customer. */
export async function counted(page: Page, name: string): Promise<{ orders: number; revenue: number }[]> {
  const query = new URLSearchParams({ group: 'personal', activity: 'all', period: '1month', q: name })
  const response = await page.request.get(`/api/customer-groups-data?${query}`)
  const { group_details } = await response.json()
  const rows: { total_orders: number; revenue: number }[] = group_details.customers
  return rows.map(({ total_orders, revenue }) => ({ orders: total_orders, revenue }))
}

/** Lets requests to a path arrive and loses their answers, until the returned function is called. */
export async function loseAnswers(page: Page, path: string): Promise<() => Promise<void>> {
  await page.route(path, async (route) => {
    await route.fetch()
    await route.abort()
  })
  return () => page.unroute(path)
}

/** Lets the first request to a path arrive and loses its answer; those after it are refused until the function is called. */
export async function refuseAfterLost(page: Page, path: string): Promise<() => Promise<void>> {
  const refusal = { success: false, error: 'Too many requests.', code: 'too_many', fields: [], request_id: 'r-1' }
  let lost = false
  await page.route(path, async (route) => {
    if (lost) return route.fulfill({ status: 429, json: refusal })
    lost = true
    await route.fetch()
    await route.abort()
  })
  return () => page.unroute(path)
}

/** Keeps requests to a path waiting until the returned function is called. */
export async function holdRequests(page: Page, path: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(path, async (route) => {
    await held
    await route.continue()
  })
  return () => letGo()
}

/** Writes down the bodies and keys of what is posted to a path from now on. */
export function postsTo(page: Page, path: string): { key: string | undefined; body: string | null }[] {
  const posts: { key: string | undefined; body: string | null }[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || new URL(request.url()).pathname !== path) return
    posts.push({ key: request.headers()['idempotency-key'], body: request.postData() })
  })
  return posts
}

/** The names under which this tab keeps what was typed. */
export function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('entry-draft:')))
}

/** Moves on by Tab until something has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}
