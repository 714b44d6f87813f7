import { expectAccessible } from './axe'
import { openGroups } from './groups-page'
import { expectToldWithinASecond, notice, openLive, rowOf, setShown, takeOrder, watchedCustomer } from './live-page'
import { expect, test } from './page-test'

test.use({ live: true })

const isStream = (request: { url(): string }) => request.url().endsWith('/api/live')

test('an order taken elsewhere is told within a second, and shown by a click without moving the page', async ({
  page,
}) => {
  const customer = await watchedCustomer(page, 0)
  await openLive(page, customer)
  const row = rowOf(page, customer)
  await row.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => window.scrollY)
  expect(scrolled).toBeGreaterThan(0)
  // Somebody is there, so that it does not update by itself.
  await row.hover()
  await expectToldWithinASecond(page, customer)
  await page.mouse.move(5, 5)
  const shown = await row.innerText()
  await notice(page).getByRole('button', { name: 'Update' }).click()
  await expect(row).not.toHaveText(shown, { useInnerText: true })
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
})

test('a page that nobody uses updates by itself', async ({ page }) => {
  const customer = await watchedCustomer(page, 1)
  await openLive(page, customer)
  const before = await rowOf(page, customer).innerText()
  await takeOrder(page, customer)
  await expect(rowOf(page, customer)).not.toHaveText(before, { useInnerText: true, timeout: 15_000 })
})

test('nothing updates by itself while somebody writes in a field', async ({ page }) => {
  await page.clock.install()
  const customer = await watchedCustomer(page, 2)
  await openLive(page, customer)
  const row = rowOf(page, customer)
  await page.getByRole('searchbox').focus()
  await expectToldWithinASecond(page, customer)
  await expectAccessible(page)
  const before = await row.innerText()
  await page.clock.runFor(12_000)
  await expect(row).toHaveText(before, { useInnerText: true })
  await page.getByRole('searchbox').blur()
  await page.clock.runFor(7_000)
  await expect(row).not.toHaveText(before, { useInnerText: true })
})

test('a moment that was chosen stays as it was, and asks for no changes', async ({ page }) => {
  const streams: string[] = []
  page.on('request', (request) => isStream(request) && streams.push(request.url()))
  await page.goto('/customer-groups?as_of=2026-06-30T12:00:00Z')
  await expect(page.getByRole('button', { name: 'Show now' })).toBeVisible()
  expect(streams).toEqual([])
  const opened = page.waitForRequest(isStream)
  await page.getByRole('button', { name: 'Show now' }).click()
  await opened
})

test('a hidden tab closes its stream, and shows what was changed meanwhile when it is shown and idle', async ({
  page,
}) => {
  const customer = await watchedCustomer(page, 3)
  await openLive(page, customer)
  const before = await rowOf(page, customer).innerText()
  const closed = page.waitForEvent('requestfailed', isStream)
  await setShown(page, false)
  await closed
  await takeOrder(page, customer)
  const opened = page.waitForRequest(isStream)
  await setShown(page, true)
  await opened
  await expect(rowOf(page, customer)).not.toHaveText(before, { useInnerText: true })
})

test.describe('when the connection is lost', () => {
  test.use({ requestsMayFail: true })

  test('it is said, and said again when it is back, and nothing is missed', async ({ page }) => {
    const customer = await watchedCustomer(page, 4)
    await openLive(page, customer)
    const before = await rowOf(page, customer).innerText()
    await page.route('**/api/live', (route) => route.abort())
    await setShown(page, false)
    await setShown(page, true)
    await expect(page.getByRole('status').filter({ hasText: 'Connection lost' })).toBeVisible()
    await takeOrder(page, customer)
    await expect(rowOf(page, customer)).toHaveText(before, { useInnerText: true })
    await page.unroute('**/api/live')
    await expect(page.getByRole('status').filter({ hasText: 'Connected again' })).toBeVisible({ timeout: 30_000 })
    await expect(rowOf(page, customer)).not.toHaveText(before, { useInnerText: true })
  })

  test('and past the limit of streams, the page asks every 15 seconds instead', async ({ page }) => {
    await page.clock.install()
    const customer = await watchedCustomer(page, 5)
    const refusal = { success: false, error: 'Too many.', code: 'too_many_streams', fields: [], request_id: 'r-1' }
    await page.route('**/api/live', (route) => route.fulfill({ status: 429, json: refusal }))
    // Its own part of the page, too, has to be alive before the clock goes on: what it takes for new begins then.
    await openGroups(page, `?group=company&q=${encodeURIComponent(customer.name)}`)
    await page.getByRole('searchbox').focus()
    // A page that has just been opened reads its figures anew at once; that is over when these have come.
    await page.clock.runFor(5_000)
    await page.waitForLoadState('networkidle')
    const before = await rowOf(page, customer).innerText()
    await takeOrder(page, customer)
    await page.clock.runFor(22_000)
    await expect(notice(page)).toContainText('Figures may have changed')
    await expect(page.getByRole('status').filter({ hasText: 'asks every 15 seconds' })).toBeVisible()
    await expectAccessible(page)
    await expect(rowOf(page, customer)).toHaveText(before, { useInnerText: true })
    await page.getByRole('searchbox').blur()
    await page.clock.runFor(7_000)
    await expect(rowOf(page, customer)).not.toHaveText(before, { useInnerText: true })
    await expect(page.getByText('Connection lost')).toHaveCount(0)
  })
})
