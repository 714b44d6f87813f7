import { list, openGroups, panel } from './groups-page'
import { expect, test } from './page-test'

const AT = 'as_of=2026-06-30T12:00:00Z'

test('another grouping ends the filters with the list, and without a list they narrow no export', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company&q=a&min_orders=3`)
  await page.getByLabel('Group by').selectOption('branch')
  await expect(panel(page, 'Company')).toHaveCount(0)
  await expect(page).not.toHaveURL(/min_orders|q=/)
  await openGroups(page, `?${AT}&q=a&min_orders=3`)
  await page.getByRole('button', { name: 'Export of all groups' }).click()
  await expect(page.getByRole('link', { name: 'CSV of all groups' })).not.toHaveAttribute('href', /min_orders|q=/)
})

test('what does not go with a choice gives way to it, and no link is made that is not understood', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  await page.getByLabel('Activity').selectOption('not_back')
  await expect(page).toHaveURL(/activity=not_back/)
  await page.getByLabel('Compare with').selectOption('none')
  await expect(page).not.toHaveURL(/activity|sort/)
  await page.getByLabel('Activity').selectOption('inactive')
  await expect(list(page, 'Company').getByRole('columnheader')).toHaveText(['Customer', 'Registered', 'Why here'])
  await page.getByLabel('Activity').selectOption('not_back')
  await expect(page).not.toHaveURL(/compare/)
  await expect(page.getByText(/^Not understood/)).toHaveCount(0)
})
