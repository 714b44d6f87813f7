import { expectAccessible } from './axe'
import { counted, fillWho, goOn, openRegistration, reviewSale, unique } from './entry-page'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

test('a customer with an order is registered on a phone', async ({ page }) => {
  const name = unique('Neema')
  await reviewSale(page, name)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Register and take the order' }).tap()
  await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
  expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
})

test('a step behind is opened by its name', async ({ page }) => {
  await openRegistration(page)
  await fillWho(page, unique('Asha'))
  await page.getByRole('button', { name: 'Who (done)' }).tap()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
})

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('nothing scrolls sideways, and every control is at least 40 px high', async ({ page }) => {
    const check = async () => {
      expect(await overhang(page)).toBe(0)
      const controls = page.getByRole('main').getByRole('button').or(page.getByRole('textbox'))
      for (const control of await controls.filter({ visible: true }).all())
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(40)
    }
    await openRegistration(page)
    await page.getByRole('radio', { name: 'Company', exact: true }).check()
    await check()
    await fillWho(page, unique('Christopher-Maximilian Mwakyusa-Lyimo von Kilimanjaro und Arusha'))
    await check()
    await page.getByRole('radio', { name: /^Service/ }).check()
    await goOn(page)
    await expect(page.getByLabel('Plate')).toBeVisible()
    await check()
  })
})
