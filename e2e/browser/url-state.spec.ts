import { card, list, openGroups, panel } from './groups-page'
import { expect, test } from './page-test'

const overview = /^All groups together$/

test('the period and its exact days change together', async ({ page }) => {
  await openGroups(page)
  const days = page.getByText(/– \d+ \w{3} \d{4}, Dar es Salaam$/).filter({ visible: true })
  const before = await days.innerText()
  await page.getByLabel('Period').selectOption('Last month')
  await expect(page).toHaveURL(/period=1month/)
  await expect(days).not.toHaveText(before)
})

test('a reload shows what was seen', async ({ page }) => {
  await openGroups(page, '?period=1year&group=company&order_type=service&sort=orders&q=a&as_of=2026-06-30T12:00:00Z')
  const seen = await list(page, 'Company').innerText()
  const totals = await page.getByRole('region', { name: overview }).innerText()
  await page.reload()
  await expect(list(page, 'Company')).toHaveText(seen, { useInnerText: true })
  await expect(page.getByRole('region', { name: overview })).toHaveText(totals, { useInnerText: true })
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await expect(page.getByLabel('Order type')).toHaveValue('service')
  await expect(page.getByRole('searchbox')).toHaveValue('a')
})

test('Back and Forward walk through the choices', async ({ page }) => {
  await openGroups(page)
  await page.getByLabel('Period').selectOption('Last year')
  await card(page, 'NGO').click()
  await expect(list(page, 'NGO')).toBeVisible()
  await page.goBack()
  await expect(panel(page, 'NGO')).toHaveCount(0)
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await page.goBack()
  await expect(page.getByLabel('Period')).toHaveValue('6months')
  await page.goForward()
  await page.goForward()
  await expect(list(page, 'NGO')).toBeVisible()
  await expect(page.getByLabel('Period')).toHaveValue('1year')
})

test('rubbish in the URL shows the default and is named', async ({ page }) => {
  await openGroups(page, '?period=12months&group=nobody&branch=mars&page=-1')
  const notice = page.getByText(/^Not understood in this link/)
  for (const rubbish of ['period=12months', 'group=nobody', 'branch=mars', 'page=-1'])
    await expect(notice).toContainText(rubbish)
  await expect(page.getByLabel('Period')).toHaveValue('6months')
  await expect(page.getByLabel('Branch')).toHaveValue('all')
  await expect(card(page, 'NGO')).toBeVisible()
})

test('a link to a moment says so once and can be brought up to now', async ({ page }) => {
  await openGroups(page, '?as_of=2026-03-22T12:00:00%2B03:00')
  await expect(page.getByText('As of 22 Mar 2026, 12:00.')).toBeVisible()
  await expect(page.getByText(/^as of/i)).toHaveCount(1)
  await page.getByRole('button', { name: 'Show now' }).click()
  await expect(page.getByText(/^As of 22 Mar/)).toHaveCount(0)
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible()
  await expect(page).not.toHaveURL(/as_of/)
})

test('the root and the advanced page lead to the groups, with their query', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/customer-groups$/)
  await page.goto('/customer-groups/advanced?period=1month&group=ngo')
  await expect(page).toHaveURL(/\/customer-groups\?period=1month&group=ngo$/)
  await expect(list(page, 'NGO')).toBeVisible()
})
