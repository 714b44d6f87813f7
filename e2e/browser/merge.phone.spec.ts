import { expectAccessible } from './axe'
import { confirmMerge, confirmUndo, expectLifetime, registerTwins } from './merge-page'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

test.use({ as: 'manager' })

test('on a phone the preview fits, and two customers are merged and parted', async ({ page }) => {
  const { name, keepId } = await registerTwins(page)
  await page.goto(`/customers/${keepId}/merge`)
  await page.getByRole('combobox', { name: 'Customer' }).pressSequentially(`${name} Sec`)
  await page.getByRole('option', { name: `${name} Second` }).tap()
  await expect(page.getByRole('heading', { name: 'What becomes of both' })).toBeVisible()
  expect(await overhang(page)).toBe(0)
  await expectAccessible(page)
  await confirmMerge(page)
  await expectLifetime(page, '2', '4,600.00')
  expect(await overhang(page)).toBe(0)
  await confirmUndo(page)
  await expectLifetime(page, '1', '1,200.00')
})
