import { card, openGroups } from './groups-page'
import { expect, test } from './page-test'

test('a time before the first record is an empty period with a way out', async ({ page }) => {
  await openGroups(page, '?as_of=1990-01-01T00:00:00Z')
  await expect(page.getByText('Nothing in this period')).toBeVisible()
  await expect(card(page, 'NGO')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.getByText('Nothing in this period')).toHaveCount(0)
})

test('a group in which nobody was registered by then says so', async ({ page }) => {
  await openGroups(page, '?as_of=1990-01-01T00:00:00Z&group=ngo')
  await expect(page.getByText('Nobody is in NGO yet')).toBeVisible()
})

test('an installation without records is told how to import', async ({ page }) => {
  await page.route('**/api/customer-groups-data*', async (route) => {
    const answer = await (await route.fetch()).json()
    for (const group of Object.values<Record<string, unknown>>(answer.groups)) group.registered_count = 0
    answer.totals.customers = 0
    answer.totals.registered_count = 0
    await route.fulfill({ json: answer })
  })
  await openGroups(page)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await expect(page.getByText('npm run import -- --customers customers.csv --orders orders.csv')).toBeVisible()
})
