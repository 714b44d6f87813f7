import { expectAccessible } from './axe'
import { alive, card, list, openGroups, profiles, rows } from './groups-page'
import { expect, test } from './page-test'

test.use({ viewport: { width: 360, height: 740 } })

test('at 360 px nothing scrolls sideways, on any page', async ({ page }) => {
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await openGroups(page, '?as_of=2026-06-30T12:00:00Z&period=nonsense')
  expect(await overhang()).toBe(0)
  await card(page, 'Company').tap()
  await expect(list(page, 'Company')).toBeVisible()
  expect(await overhang()).toBe(0)
  await rows(page, 'Company').first().locator(profiles(page)).tap()
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
  expect(await overhang()).toBe(0)
})

test('refreshing and exporting share a row, at any moment', async ({ page }) => {
  for (const query of ['', '?as_of=2026-06-30T12:00:00Z']) {
    await openGroups(page, query)
    const refresh = await page.getByRole('button', { name: 'Refresh' }).boundingBox()
    const download = await page.getByRole('button', { name: /^Export/ }).boundingBox()
    expect(download?.y).toBe(refresh?.y)
    for (const name of ['Saved views', 'Copy link'])
      expect((await page.getByRole('button', { name, exact: true }).boundingBox())?.y, name).toBe(refresh?.y)
  }
})

test('the list can be sorted where its headers are not shown', async ({ page }) => {
  await openGroups(page, '?group=company')
  await page.getByLabel('Sort by').selectOption('Name')
  await expect(page).toHaveURL(/sort=name&dir=asc/)
  await page.getByRole('button', { name: /^Ascending/ }).tap()
  await expect(page).toHaveURL(/sort=name(?!.*dir=asc)/)
})

test('the menu opens as a sheet and closes again', async ({ page }) => {
  await openGroups(page)
  await alive(page)
  await page.getByRole('button', { name: 'Open the menu' }).tap()
  const sheet = page.getByRole('dialog', { name: 'Menu' })
  await expect(sheet.getByRole('link', { name: 'Customer Groups' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})

test('every control is at least 40 px high', async ({ page }) => {
  await openGroups(page, '?group=company')
  const controls = page.getByRole('button').or(page.getByRole('combobox')).or(page.getByRole('searchbox'))
  for (const control of await controls.filter({ visible: true }).all()) {
    const box = await control.boundingBox()
    if (box && box.width > 1) expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(40)
  }
})

test('axe finds nothing on the cards of a phone', async ({ page }) => {
  await openGroups(page, '?group=ngo')
  await expect(list(page, 'NGO')).toBeVisible()
  await expectAccessible(page)
})
