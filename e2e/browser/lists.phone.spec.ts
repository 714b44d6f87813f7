import { expectAccessible } from './axe'
import { listed, openList } from './lists-page'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

test.use({ viewport: { width: 360, height: 740 } })

const PATHS = ['/customers', '/orders'] as const

test('at 360 px the lists are cards and nothing scrolls sideways', async ({ page }) => {
  for (const path of PATHS) {
    await openList(page, path)
    expect(await overhang(page), path).toBe(0)
    const name = path === '/customers' ? 'Customers' : 'Orders'
    await expect(listed(page, name)).toHaveCount(25)
    const [first, second] = await listed(page, name).first().getByRole('cell').all()
    expect((await second?.boundingBox())?.y).toBeGreaterThan((await first?.boundingBox())?.y ?? 0)
    await expectAccessible(page)
  }
})

test('filters open at a touch, and say how many are set', async ({ page }) => {
  await openList(page, '/orders')
  await expect(page.getByRole('combobox', { name: 'Status', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Filters' }).tap()
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Completed')
  await expect(page).toHaveURL(/status=completed/)
  await expect(page.getByRole('button', { name: 'Filters · 1' })).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
})

test('the list is sorted where its headers are not shown', async ({ page }) => {
  await openList(page, '/customers')
  const first = await listed(page, 'Customers').first().innerText()
  await page.getByLabel('Sort by').selectOption('Name, Z to A')
  await expect(page).toHaveURL(/dir=desc/)
  await expect(listed(page, 'Customers').first()).not.toHaveText(first)
})

test('every control is at least 40 px high', async ({ page }) => {
  for (const path of PATHS) {
    await openList(page, path)
    await page.getByRole('button', { name: 'Filters' }).tap()
    const main = page.getByRole('main')
    const controls = main.getByRole('button').or(main.getByRole('combobox')).or(main.getByRole('searchbox'))
    for (const control of await controls.filter({ visible: true }).all()) {
      const box = await control.boundingBox()
      if (box && box.width > 1) expect(box.height, `${path} ${await control.innerText()}`).toBeGreaterThanOrEqual(40)
    }
  }
})
