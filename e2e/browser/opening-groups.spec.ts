import type { Request } from '@playwright/test'
import { card, hasControlsOfReact, holdGroup, list, openGroups, panel, requestsOf, rows } from './groups-page'
import { expect, test } from './page-test'

test('a click on a card opens its customers without loading a page', async ({ page }) => {
  await openGroups(page)
  const documents = requestsOf(
    page,
    (request) => request.resourceType() === 'document' || request.url().includes('_rsc'),
  )
  await card(page, 'Company').click()
  await expect(list(page, 'Company')).toBeVisible()
  await expect(page).toHaveURL(/[?&]group=company/)
  await expect(card(page, 'Company')).toHaveAttribute('aria-expanded', 'true')
  expect(documents).toEqual([])
})

test('a list that came with the page stays as the server drew it, however late its code comes', async ({ page }) => {
  let held = false
  let come = () => {}
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/_next/static/chunks/*.js*', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('How the revenue is spread')) {
      held = true
      await coming
    }
    await route.fulfill({ response })
  })
  await page.goto('/customer-groups?group=company')
  const drawn = rows(page, 'Company').first()
  await expect(drawn).toBeVisible()
  await drawn.evaluate((row) => row.setAttribute('data-drawn', 'by the server'))
  // The rest of the page is alive, and has drawn itself again for the figures over time.
  await expect(page.getByRole('region', { name: 'Over time', exact: true }).getByLabel('Figure')).toBeAttached()
  await expect(drawn).toHaveAttribute('data-drawn', 'by the server')
  await expect.poll(() => held).toBe(true)
  come()
  await page.waitForFunction(hasControlsOfReact)
  await expect(drawn).toHaveAttribute('data-drawn', 'by the server')
})

test('the card, the totals row and the API tell the same figures', async ({ page }) => {
  await openGroups(page)
  const answered = page.waitForResponse((response) => response.url().includes('group=ngo'))
  await card(page, 'NGO').click()
  const { groups, group_details } = await (await answered).json()
  const revenue = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(groups.ngo.total_revenue)
  expect(group_details.stats).toEqual(groups.ngo)
  const totals = list(page, 'NGO').getByRole('row', { name: /^Total/ })
  await expect(totals).toContainText(`${groups.ngo.customer_count} customers`)
  await expect(totals).toContainText(revenue)
  await expect(page.getByRole('article').filter({ has: card(page, 'NGO') })).toContainText(revenue)
})

test('the last click wins, however late the first one is answered', async ({ page }) => {
  await openGroups(page)
  const release = await holdGroup(page, 'company')
  // A page may give the late request up or let it arrive: both are well.
  const settled = new Promise<void>((resolve) => {
    const note = (request: Request) => request.url().includes('group=company') && resolve()
    page.on('requestfailed', note).on('requestfinished', note)
  })
  await card(page, 'Company').click()
  await expect(page).toHaveURL(/group=company/)
  await card(page, 'NGO').click()
  await expect(list(page, 'NGO')).toBeVisible()
  release()
  await settled
  await expect(list(page, 'NGO')).toBeVisible()
  await expect(list(page, 'Company')).toHaveCount(0)
  await expect(page).toHaveURL(/group=ngo/)
})

test('a group opened before reopens at once, without asking again', async ({ page }) => {
  await openGroups(page)
  await card(page, 'Company').click()
  await expect(list(page, 'Company')).toBeVisible()
  await card(page, 'NGO').click()
  await expect(list(page, 'NGO')).toBeVisible()
  const asked = requestsOf(page, (request) => request.url().includes('group=company'))
  await card(page, 'Company').click()
  await expect(list(page, 'Company')).toBeVisible()
  expect(asked).toEqual([])
})

test('approaching a card fetches its customers ahead of the click', async ({ page }) => {
  await openGroups(page)
  const ahead = page.waitForResponse((response) => response.url().includes('group=government'))
  await card(page, 'Government').hover()
  await ahead
  const asked = requestsOf(page, (request) => request.url().includes('group=government'))
  await card(page, 'Government').click()
  await expect(list(page, 'Government')).toBeVisible()
  expect(asked).toEqual([])
})

test('a card is a real link that another tab can open', async ({ page, context }) => {
  await openGroups(page, '?period=1year')
  const opened = context.waitForEvent('page')
  await card(page, 'NGO').click({ button: 'middle' })
  const tab = await opened
  await expect(list(tab, 'NGO')).toBeVisible()
  await expect(tab).toHaveURL(/period=1year/)
  await expect(panel(page, 'NGO')).toHaveCount(0)
})

test('closing the panel leads back to its card', async ({ page }) => {
  await openGroups(page)
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => page.goBack(),
    () => page.getByRole('button', { name: 'Close NGO' }).click(),
  ]) {
    await card(page, 'NGO').click()
    await expect(list(page, 'NGO')).toBeVisible()
    await close()
    await expect(panel(page, 'NGO')).toHaveCount(0)
    await expect(card(page, 'NGO')).toBeFocused()
    await expect(page).not.toHaveURL(/group=/)
  }
})
