import { card, failTheApi, list, openGroups } from './groups-page'
import { expect, test } from './page-test'

test.use({ requestsMayFail: true })

test('a list that fails to load says so, keeps the cards, and loads at a retry', async ({ page }) => {
  await openGroups(page)
  const repair = await failTheApi(page)
  await card(page, 'Company').click()
  const alert = page.getByRole('alert').filter({ hasText: 'The customers of Company could not be loaded' })
  await expect(alert).toContainText('The records are busy.')
  await expect(card(page, 'NGO')).toBeVisible()
  await expect(page.getByText(/^No customer/)).toHaveCount(0)
  // What is not coming is not shown as if it were on its way.
  const spread = page.getByRole('heading', { name: 'How the revenue is spread' })
  await expect(spread).toHaveCount(0)
  await repair()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(list(page, 'Company')).toBeVisible()
  await expect(spread).toBeVisible()
  await expect(alert).toHaveCount(0)
})

test('figures that fail to load are an error, never emptiness or those of another period', async ({ page }) => {
  await openGroups(page)
  const repair = await failTheApi(page)
  await page.getByLabel('Period').selectOption('Last year')
  const alert = page.getByRole('alert').filter({ hasText: 'The figures could not be loaded' })
  await expect(alert).toContainText('The records are busy.')
  await expect(page.getByText(/^Nothing (is|in)/)).toHaveCount(0)
  await expect(card(page, 'NGO')).toHaveCount(0)
  await repair()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(card(page, 'NGO')).toBeVisible()
})

test('a refresh that fails keeps the figures and says of when they are', async ({ page }) => {
  await openGroups(page)
  await failTheApi(page)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The figures could not be refreshed' })).toContainText('as of')
  await expect(card(page, 'NGO')).toBeVisible()
})

test('a lost connection is told from a refusal', async ({ page }) => {
  await openGroups(page)
  await page.route('**/api/customer-groups-data*', (route) => route.abort())
  await card(page, 'Company').click()
  await expect(page.getByText('The server could not be reached. Check the connection and try again.')).toBeVisible()
})
