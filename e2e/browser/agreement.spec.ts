import { expectAccessible } from './axe'
import { openGroups } from './groups-page'
import { expect, test } from './page-test'

const API = '**/api/agreement*'

test('the groups page says quietly that its figures agree, and leads to both sides of every check', async ({
  page,
}) => {
  await openGroups(page)
  await page.getByRole('link', { name: 'Figures agree' }).click()
  await expect(page.getByRole('heading', { name: 'Agreement', level: 1 })).toBeVisible()
  await expect(page.getByText(/^All \d+ checks agree\.$/)).toBeVisible()
  const table = page.getByRole('table', { name: 'What is kept beside the records' })
  const row = table.getByRole('row', { name: /The last counted order of each customer/ })
  await expect(row).toContainText('agrees')
  await expect(page.getByText('differs')).toHaveCount(0)
  await expectAccessible(page)
})

test('a check that differs is marked on the groups page, and told with both sides and what to do', async ({ page }) => {
  await page.route(API, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const checks = answer.checks.map((check: { key: string; left: { value: number } }) =>
      check.key === 'kept-last-counted-at'
        ? { ...check, agrees: false, right: { label: 'kept as their orders say', value: check.left.value - 1 } }
        : check,
    )
    await route.fulfill({ response, json: { ...answer, agrees: false, checks } })
  })
  await openGroups(page)
  await page.getByRole('link', { name: 'Figures disagree' }).click()
  await expect(page.getByText(/^1 check of \d+ does not agree\.$/)).toBeVisible()
  const row = page.getByRole('row', { name: /The last counted order of each customer/ })
  await expect(row).toContainText('differs')
  await expect(row).toContainText('Change and save any order of the customer')
  await expectAccessible(page)
})

test.describe('when nothing can be checked', () => {
  test.use({ requestsMayFail: true })

  test('nothing is marked as wrong, and the page checks at a retry', async ({ page }) => {
    const busy = { success: false, error: 'The records are busy.', code: 'unavailable', fields: [], request_id: 'r-1' }
    await page.route(API, (route) => route.fulfill({ status: 503, json: busy }))
    await openGroups(page)
    await page.getByRole('link', { name: 'Could not be checked' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'The figures could not be checked' })
    await expect(alert).toContainText('The records are busy.')
    await page.unroute(API)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/^All \d+ checks agree\.$/)).toBeVisible()
    await expect(alert).toHaveCount(0)
  })
})
