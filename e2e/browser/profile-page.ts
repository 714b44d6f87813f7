import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { alive } from './groups-page'
import { expect, test } from './page-test'

type Sent = Record<string, unknown>

/** What stands in every field where a text may: markup, a formula, a text from right to left, and no place to break. */
export const HOSTILE = `<img src=x onerror=alert(1)> =1+1 مرحبا بالعالم ${'w'.repeat(120)}`

/** A customer of a test's own. */
export type Registered = { id: string; name: string; orderId: string | null }

/** Registers a customer over the API as whoever the page is signed in as; the name is nobody else's. */
export async function registered(page: Page, given: Sent = {}): Promise<Registered> {
  const name = `Rehema ${randomUUID().slice(0, 8)}`
  const body = { full_name: name, group: 'personal', branch: 'main', ...given }
  const { customer_id, order_id } = await send(page, '/api/customers', body)
  return { id: customer_id, name: body.full_name, orderId: order_id }
}

/** The order of a registration, with what a test says of it. */
export function firstOrder(given: Sent = {}): Sent {
  return { type: 'service', branch: 'main', amount: '1000', details: { type: 'service' }, ...given }
}

/** Takes an order of a customer over the API; gives the path of its page. */
export async function ordered(page: Page, { id }: Pick<Registered, 'id'>, given: Sent = {}): Promise<string> {
  const { order_id } = await send(page, '/api/orders', { customer_id: id, ...firstOrder(given) })
  return `/customers/${id}/orders/${order_id}`
}

/** Sends something new over the API as whoever the page is signed in as; gives the answer, which has to be 201. */
export async function send(page: Page, path: string, data: Sent) {
  const { baseURL = '' } = test.info().project.use
  const headers = { 'Idempotency-Key': randomUUID(), Origin: baseURL }
  const response = await page.request.post(path, { headers, data })
  expect(response.status(), await response.text()).toBe(201)
  return response.json()
}

/** Opens a page of a customer and waits until it is alive. */
export async function openCustomer(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await alive(page)
}

/** A named part of a profile or an order. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** By how many pixels the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
