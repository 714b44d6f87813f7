import { card, list, openGroups, panel, profiles, rows } from './groups-page'
import { expect, test } from './page-test'

test('searching narrows the list, keeps the group’s totals and is in the URL', async ({ page }) => {
  await openGroups(page, '?group=personal')
  const totals = list(page, 'Personal').getByRole('row').last()
  const before = (await totals.innerText()).replace('Total', 'Whole group')
  await expect(totals).toContainText(/^Total, \d+ customers/)
  const name = await rows(page, 'Personal').nth(2).locator(profiles(page)).innerText()
  await page.getByRole('searchbox').fill(name.toUpperCase())
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(rows(page, 'Personal').first().locator(profiles(page))).toHaveText(name)
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+ customers$/ })).toBeVisible()
  await expect(list(page, 'Personal').getByRole('rowheader', { name: /^Found, \d+ of \d+ customers/ })).toBeVisible()
  expect(await totals.innerText()).toBe(before)
})

test('a search that nobody matches says so and can be cleared', async ({ page }) => {
  await openGroups(page, '?group=personal&q=zzzzzz')
  await expect(page.getByText('Nobody in Personal matches “zzzzzz”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(rows(page, 'Personal')).toHaveCount(25)
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('headers sort the whole group, not only the page', async ({ page }) => {
  await openGroups(page, '?group=personal')
  const header = page.getByRole('columnheader', { name: 'Customer' })
  await header.getByRole('button').click()
  await expect(page).toHaveURL(/sort=name&dir=asc/)
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  const names = () => rows(page, 'Personal').locator(profiles(page)).allInnerTexts()
  await expect.poll(async () => (await names())[0]?.[0]).toBe('A')
  const ascending = await names()
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await names())[0]).not.toBe(ascending[0])
  expect(await names()).not.toContain(ascending[0])
})

test('pages say what they show, and Back returns to the one before', async ({ page }) => {
  await openGroups(page, '?group=personal')
  const range = page.getByRole('navigation', { name: 'Pages of the list' })
  await expect(range).toContainText('1–25 of')
  const first = await rows(page, 'Personal').first().innerText()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(range).toContainText('26–50 of')
  expect(await rows(page, 'Personal').first().innerText()).not.toBe(first)
  await page.goBack()
  await expect(range).toContainText('1–25 of')
})

test('a page beyond the last is said to be missing, and the first is shown', async ({ page }) => {
  await openGroups(page, '?group=ngo&page=900')
  await expect(page.getByText('There is no page 900. This is page 1.')).toBeVisible()
  await expect(rows(page, 'NGO')).toHaveCount(25)
})

test('a row leads to the customer, whose period figures are the row’s, and back to the same list', async ({ page }) => {
  await openGroups(page, '?period=1year')
  await card(page, 'Company').click()
  const row = rows(page, 'Company').nth(1)
  const name = await row.locator(profiles(page)).innerText()
  const orders = await row.getByRole('cell').nth(2).innerText()
  const left = page.url()
  await row.locator(profiles(page)).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]+\?.*period=1year/)
  await expect(
    page
      .getByRole('row', { name: /^Orders/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(orders)
  await page.getByRole('main').getByRole('link', { name: 'Customer groups' }).click()
  await expect(list(page, 'Company')).toBeVisible()
  const query = (url: string) => [...new URL(url).searchParams].sort().join()
  expect(query(page.url())).toBe(query(left))
})

test('an unknown customer is a 404 with a way on', async ({ page }) => {
  await openGroups(page)
  const answer = await page.request.get('/customers/00000000-0000-7000-8000-000000000000')
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('There is no customer at this address')
  await expect(panel(page, 'NGO')).toHaveCount(0)
})

test('the arrow keys go along a row to its end, past columns that a narrow page leaves out', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 })
  await openGroups(page, '?group=company')
  const row = rows(page, 'Company').first()
  await expect(row.locator('a').locator('visible=false').first()).toBeAttached()
  const links = row.locator('a:visible')
  const count = await links.count()
  expect(count).toBeGreaterThan(3)
  await links.first().focus()
  for (let step = 1; step < count; step++) {
    await page.keyboard.press('ArrowRight')
    await expect(links.nth(step)).toBeFocused()
  }
})
