import { expectAccessible } from './axe'
import { expectToldWithinASecond, notice, openLive, rowOf, setShown, watchedCustomer } from './live-page'
import { expect, test } from './page-test'

test.use({ live: true, requestsMayFail: true, viewport: { width: 360, height: 740 } })

test('at 360 px the notice is whole beside a lost connection, and a tap shows the order', async ({ page }) => {
  const customer = await watchedCustomer(page, 6)
  await openLive(page, customer)
  const before = await rowOf(page, customer).innerText()
  // Somebody who writes in a field is not disturbed: the notice stays.
  await page.getByRole('searchbox').focus()
  await expectToldWithinASecond(page, customer)
  await page.route('**/api/live', (route) => route.abort())
  await setShown(page, false)
  await setShown(page, true)
  const lost = page.getByText('Connection lost')
  await expect(lost).toBeVisible()
  await expectAccessible(page)
  const update = notice(page).getByRole('button', { name: 'Update' })
  const [box, told] = [await update.boundingBox(), await lost.boundingBox()]
  expect(box?.height).toBeGreaterThanOrEqual(40)
  expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await update.tap()
  await expect(rowOf(page, customer)).not.toHaveText(before, { useInnerText: true })
})
