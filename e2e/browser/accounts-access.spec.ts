import { expectAccessible } from './axe'
import { openGroups } from './groups-page'
import { expect, test } from './page-test'

test.describe('a viewer of one branch', () => {
  test.use({ as: 'viewer' })

  test('sees which branch it is, and nothing that the role may not do', async ({ page }) => {
    await openGroups(page)
    await expect(page.getByText(/\(your branch\)$/)).toBeVisible()
    await expect(page.getByLabel('Branch')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Export/ })).toHaveCount(0)
    const links = page.getByRole('complementary').getByRole('navigation').getByRole('link')
    await expect(links).toHaveText(['Customer Groups', 'Customers', 'Orders'])
    for (const path of [
      '/people',
      '/keys',
      '/audit',
      '/people/invite',
      '/keys/new',
      '/settings/groups',
      '/settings/recency',
      '/customers/new',
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'Your account does not allow this page' })).toBeVisible()
    }
    await expectAccessible(page)
  })
})

test('a key is shown once, works, and is refused after it was revoked', async ({ page, playwright, baseURL }) => {
  await page.goto('/keys/new')
  await page.getByLabel('What it is for').fill('Ledger')
  await page.getByRole('radio', { name: /^Only some/ }).check()
  await page.getByRole('button', { name: 'Create the key' }).click()
  await expect(page.getByRole('group', { name: 'Branches' })).toContainText('Choose at least one branch.')
  await page.getByRole('radio', { name: /^All branches/ }).check()
  await page.getByRole('button', { name: 'Create the key' }).click()
  const key = await page.getByLabel('Key', { exact: true }).inputValue()
  const program = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${key}` } })
  const ask = async () => (await program.get('/api/customer-groups-data')).status()
  expect(await ask()).toBe(200)

  await page.getByRole('link', { name: 'Back to keys' }).click()
  const row = page.getByRole('row').filter({ hasText: key.slice(0, 12) })
  await expect(row).toContainText('Viewer')
  expect(await page.content()).not.toContain(key)
  await row.getByRole('button', { name: 'Revoke the key Ledger' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  expect(await ask()).toBe(401)
  await program.dispose()
})

test('the audit log tells what was done in sentences, and its filters are in the link', async ({ page }) => {
  await page.goto('/audit?action=sign_in.succeeded&page=3')
  await expect(page.getByText(/^Not understood in this link/)).toContainText('page=3')
  const log = page.getByRole('table', { name: 'Audit log' })
  await expect(log.getByRole('row').nth(1)).toContainText(/\d{1,2} \w{3} \d{4}, \d\d:\d\d:\d\d.*Signed in\./s)
  await page.getByLabel('What').selectOption('Import')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/audit\?action=import\.applied$/)
  await expect(log.getByRole('row').nth(1)).toContainText(/The server’s shell.*Imported records: [\d,]+ customers/s)
  await page.goBack()
  await expect(page.getByLabel('What')).toHaveValue('sign_in.succeeded')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page).toHaveURL(/\/audit$/)
})
