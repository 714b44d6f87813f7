import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expectAccessible } from './axe'
import { card, list, openGroups } from './groups-page'
import { expect, test } from './page-test'

test('the export of a group has every customer of its card and adds up to it', async ({ page }) => {
  await openGroups(page, '?period=1year')
  await card(page, 'Personal').click()
  const totals = list(page, 'Personal').getByRole('row', { name: /^Total/ })
  const heading = await totals.getByRole('rowheader').innerText()
  const cells = await totals.getByRole('cell').allInnerTexts()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export of Personal' }).click()
  await page.getByRole('link', { name: 'CSV of Personal' }).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  const customers: Record<string, string>[] = parse(text, { columns: true, bom: true })
  const sum = (name: string) => customers.reduce((total, customer) => total + Number(customer[name]), 0)
  expect(heading).toContain(`${customers.length} customers`)
  expect(cells).toContain(sum('total_orders').toLocaleString('en-GB'))
  expect(cells).toContain(sum('revenue').toLocaleString('en-GB', { minimumFractionDigits: 2 }))
})

test('the formats are chosen by the keyboard, and leaving closes the choice', async ({ page }) => {
  await openGroups(page, '?group=personal')
  const button = page.getByRole('button', { name: 'Export of Personal' })
  const excel = page.getByRole('link', { name: 'Excel of Personal' })
  await button.press('Enter')
  await expect(excel).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(excel).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(list(page, 'Personal')).toBeVisible()
  await button.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(excel).toBeFocused()
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await downloading).suggestedFilename()).toMatch(/^customers-personal-.*\.xlsx$/)
  await expect(excel).toHaveCount(0)
})

test('on paper there are figures and rows, and nothing to press', async ({ page }) => {
  await openGroups(page, '?group=personal')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByText('Active customers · All order types')).toBeVisible()
  await expect(list(page, 'Personal').getByRole('row', { name: /^Total/ })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Sidebar' })).toBeHidden()
  await expect(page.getByRole('combobox')).toHaveCount(0)
  for (const name of ['Refresh', 'Export of Personal', 'Filters', 'Close Personal'])
    await expect(page.getByRole('button', { name })).toBeHidden()
})
