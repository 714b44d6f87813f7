import type { Locator, Page } from '@playwright/test'
import { card, list, openGroups, panel, profiles, rows } from './groups-page'
import { expect, test } from './page-test'

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('the whole walk works by keyboard alone', async ({ page }) => {
  await openGroups(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, card(page, 'Company'))
  await page.keyboard.press('Enter')
  await expect(list(page, 'Company')).toBeVisible()
  await expect(panel(page, 'Company')).toBeFocused()

  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('a')
  await expect(page).toHaveURL(/q=a/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(panel(page, 'Company')).toBeVisible()

  await tabTo(page, page.getByRole('columnheader', { name: 'Customer' }).getByRole('button'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Escape')
  await expect(panel(page, 'Company')).toHaveCount(0)
  await expect(card(page, 'Company')).toBeFocused()

  await page.keyboard.press('Enter')
  await tabTo(page, rows(page, 'Company').first().locator(profiles(page)))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\//)
})
