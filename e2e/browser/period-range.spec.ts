import type { Page } from '@playwright/test'
import { card, list, openGroups } from './groups-page'
import { expect, test } from './page-test'

const totals = (page: Page) => page.getByRole('region', { name: 'All groups together' })
const heading = (page: Page) => page.locator('p').filter({ hasText: /, Dar es Salaam/, visible: true })
/** What every change is read out as: "up 12 per cent, 1,200 more than 10,000 in 1 – 31 Mar 2025". */
const change = /(up|down) (less than )?[\d.,]+ per cent, [\d.,]+ (more|less) than [\d.,]+ in /

test('a range is typed, is refused while it is wrong, and its link and Back restore what was shown', async ({
  page,
}) => {
  await openGroups(page, '?as_of=2026-06-30T12:00:00Z')
  const before = await totals(page).innerText()
  await page.getByLabel('Period').selectOption('Custom dates…')
  const dialog = page.getByRole('dialog', { name: 'Custom dates' })
  await expect(dialog.getByLabel('First day')).toHaveValue('2026-01-01')
  await expect(dialog.getByLabel('Last day')).toHaveValue('2026-06-30')
  // Day and month are the same number each time, for the fields have them in the order of the browser's country.
  await dialog.getByLabel('First day').focus()
  await page.keyboard.type('03032026')
  await dialog.getByLabel('Last day').focus()
  await page.keyboard.type('02022026')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('The last day is before the first.')).toBeVisible()
  await expect(dialog.getByLabel('Last day')).toBeFocused()
  for (const key of ['ArrowLeft', 'ArrowLeft', ...'04042026']) await page.keyboard.press(key)
  await expect(dialog.getByText('3 Mar – 4 Apr 2026')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/period=custom&from=2026-03-03&to=2026-04-04/)
  await expect(heading(page)).toContainText('3 Mar – 4 Apr 2026, Dar es Salaam')
  await expect(heading(page)).toContainText('compared with 29 Jan – 2 Mar 2026')
  const chosen = await totals(page).innerText()
  expect(chosen).not.toBe(before)
  await page.reload()
  await expect(totals(page)).toHaveText(chosen, { useInnerText: true })
  await expect(page.getByLabel('Period')).toHaveValue('custom')
  await page.goBack()
  await expect(totals(page)).toHaveText(before, { useInnerText: true })
  await expect(page.getByLabel('Period')).toHaveValue('6months')
})

test('Esc in the dialog of the days changes nothing, and an open group stays open', async ({ page }) => {
  await openGroups(page, '?group=ngo&period=this_year')
  await expect(list(page, 'NGO')).toBeVisible()
  await page.getByLabel('Period').selectOption('Custom dates…')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByLabel('Period')).toHaveValue('this_year')
  await expect(list(page, 'NGO')).toBeVisible()
})

test("last year's days are printed, and every card says how it changed in words", async ({ page }) => {
  await openGroups(page, '?period=last_calendar_month&as_of=2026-06-30T12:00:00Z')
  await expect(heading(page)).toContainText('1 – 31 May 2026, Dar es Salaam')
  await page.getByLabel('Compare with').selectOption('Same period last year')
  await expect(page).toHaveURL(/compare=last_year/)
  await expect(heading(page)).toContainText('compared with 1 – 31 May 2025')
  await expect(heading(page)).not.toContainText('up to the same moment')
  await expect(totals(page).getByText(change)).toHaveCount(3)
  await expect(totals(page).getByText(/ in 1 – 31 May 2025$/)).toHaveCount(3)
})

test('a running period says that only its elapsed part is compared', async ({ page }) => {
  await openGroups(page, '?period=this_month&as_of=2026-06-20T12:00:00Z')
  await expect(heading(page)).toContainText('1 – 20 Jun 2026, Dar es Salaam')
  await expect(heading(page)).toContainText('compared with 1 – 20 May 2026, up to the same moment')
})

test('compared with nothing, no change is told, on the cards or in an open group', async ({ page }) => {
  await openGroups(page, '?as_of=2026-06-30T12:00:00Z&group=company')
  await expect(list(page, 'Company')).toBeVisible()
  const told = page.getByText(change)
  await expect(told.first()).toBeAttached()
  await page.getByLabel('Compare with').selectOption('Nothing')
  await expect(told).toHaveCount(0)
  await expect(page.getByText(/compared with/)).toHaveCount(0)
  await expect(card(page, 'Company')).toBeVisible()
})

test('days that do not go together show the default and are named', async ({ page }) => {
  await openGroups(page, '?from=2026-03-31&to=2026-03-01&compare=budget')
  const notice = page.getByText(/^Not understood in this link/)
  for (const rubbish of ['from=2026-03-31', 'to=2026-03-01', 'compare=budget'])
    await expect(notice).toContainText(rubbish)
  await expect(page.getByLabel('Period')).toHaveValue('6months')
  await expect(page.getByLabel('Compare with')).toHaveValue('previous')
})

test.describe(() => {
  test.use({ requestsMayFail: true })

  test('a range that has not begun says so and leaves the choices to be changed', async ({ page }) => {
    await openGroups(page, '?from=2199-01-01&to=2199-01-31')
    await expect(page.getByText(/from begins after the moment of the figures/)).toBeVisible()
    await page.getByLabel('Period').selectOption('Last 6 months')
    await expect(card(page, 'NGO')).toBeVisible()
  })
})
