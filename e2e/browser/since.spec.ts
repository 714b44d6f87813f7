import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { alive } from './groups-page'
import { watchedCustomer } from './live-page'
import { expect, test } from './page-test'

/** An order of 10.00 that is entered now, and the moment after. */
async function orderThen(page: Page) {
  const { id: customer_id } = await watchedCustomer(page, 6)
  await page.goto('/customer-groups')
  const details = { type: 'consultation' }
  const data = { customer_id, type: 'consultation', branch: 'main', amount: '10.00', details }
  const headers = { 'Idempotency-Key': randomUUID(), Origin: new URL(page.url()).origin }
  const taken = await page.request.post('/api/orders', { headers, data })
  expect(taken.status()).toBe(201)
  const { order_id } = await taken.json()
  const { meta } = await (await page.request.get('/api/customer-groups-data')).json()
  return { customer_id, order_id, asOf: meta.as_of as string, headers }
}

test('a link of a moment tells what was done to its orders since, and what its figures were', async ({ page }) => {
  const { customer_id, order_id, asOf, headers } = await orderThen(page)
  const link = `/customer-groups?as_of=${asOf}`
  await page.goto(link)
  await alive(page)
  const path = `/api/customers/${customer_id}/orders/${order_id}`
  const change = { version: 1, changes: { amount: '12.50' }, reason: null }
  const changed = await page.request.patch(path, { headers, data: change })
  expect(changed.status()).toBe(200)
  await page.goto(link)
  const note = page.getByRole('region', { name: 'Changed since' })
  await expect(note).toContainText(/Since then .*order.*Then it was/)
  await note.getByRole('button', { name: 'What changed' }).click()
  const row = note.getByRole('listitem').filter({ has: page.locator(`a[href*="${order_id}"]`) })
  await expect(row).toContainText(/Amount: .*10\.00, now .*12\.50/)
  await expect(note.getByRole('table')).toContainText('Company')
  await expectAccessible(page)
})

test('a link of a moment since which nothing was changed says nothing', async ({ page }) => {
  await page.goto('/customer-groups?from=2019-01-01&to=2019-01-31&as_of=2026-06-30T12:00:00Z')
  await alive(page)
  await expect(page.getByRole('button', { name: 'Show now' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('region', { name: 'Changed since' })).toHaveCount(0)
})
