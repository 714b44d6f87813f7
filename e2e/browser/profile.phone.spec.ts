import { expectAccessible } from './axe'
import { expect, test } from './page-test'
import { firstOrder, HOSTILE, openCustomer, overhang, part, registered } from './profile-page'

test.use({ viewport: { width: 360, height: 740 } })

test('at 360 px nothing scrolls sideways on a profile, its edit page and its order', async ({ page }) => {
  const order = firstOrder({ description: HOSTILE, amount: '12345678901' })
  const { id, orderId } = await registered(page, { full_name: HOSTILE, organization_name: null, order })
  for (const path of ['', '/edit', `/orders/${orderId}`]) {
    await openCustomer(page, `/customers/${id}${path}`)
    expect(await overhang(page), path).toBe(0)
    await expectAccessible(page)
  }
})

test('every control of a profile and of an order is at least 40 px high', async ({ page }) => {
  const vehicle = { plate: 'T 1 AB', make: null, model: null, year: null }
  const { id, orderId } = await registered(page, { vehicle, order: firstOrder() })
  for (const path of ['', `/orders/${orderId}`]) {
    await openCustomer(page, `/customers/${id}${path}`)
    const main = page.getByRole('main')
    for (const control of await main
      .getByRole('button')
      .or(main.getByRole('combobox'))
      .filter({ visible: true })
      .all()) {
      const box = await control.boundingBox()
      if (box && box.width > 1) expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(40)
    }
  }
})

test('an order is started, edited and cancelled by touch', async ({ page }) => {
  const { id, orderId } = await registered(page, { order: firstOrder() })
  await openCustomer(page, `/customers/${id}/orders/${orderId}`)
  await page.getByRole('button', { name: 'Start' }).tap()
  await expect(part(page, 'What it is')).toContainText('In progress')
  await page.getByRole('button', { name: 'Edit' }).tap()
  await page.getByLabel(/^Amount/).fill('2000')
  await page.getByRole('button', { name: 'Save' }).tap()
  await expect(part(page, 'What it is')).toContainText('2,000')
  await page.getByRole('button', { name: 'Cancel the order' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Cancel the order' })
  await dialog.getByLabel('Reason').fill('They left')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel the order' }).tap()
  await expect(part(page, 'What it is')).toContainText('Cancelled')
})
