import { expectAccessible } from './axe'
import { counted, openNewOrder, registered, unique } from './entry-page'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

test('an order is taken on a phone', async ({ page }) => {
  const finder = await openNewOrder(page)
  const name = unique('Zuberi')
  await registered(page, name)
  await finder.fill(name)
  await page.getByRole('option', { name }).tap()
  await expect(page.getByRole('region', { name: 'Customer' })).toContainText(name)
  await page.getByRole('radio', { name: /^Consultation/ }).check()
  await page.getByLabel('Amount (TZS)').fill('0')
  await page.getByLabel('Branch').selectOption('Arusha')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take the order' }).tap()
  await expect(page.getByRole('heading', { name: 'The order is taken' })).toBeVisible()
  expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 0 }])
})

test('at 360 px nothing scrolls sideways while somebody is found', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const finder = await openNewOrder(page)
  const name = unique('Christopher-Maximilian Mwakyusa-Lyimo von Kilimanjaro und Arusha')
  await registered(page, name)
  await finder.fill(name)
  await expect(page.getByRole('option', { name })).toBeVisible()
  expect(await overhang(page)).toBe(0)
})
