import type { Page } from '@playwright/test'
import { AS_OF, expectCards, groupsAnswer, written } from './figures'
import { card, list, openGroups, panel, rows } from './groups-page'
import { expect, test } from './page-test'

/** Nothing is compared, so that the cards have the figures alone. */
const DAYS = `${AS_OF}&compare=none`

const grouping = (page: Page) => page.getByLabel('Group by')

/** What of an answer says why the customer of its list's first row is in the group. */
async function firstPlacement(page: Page, query: string) {
  const { group_details } = await groupsAnswer(page, query)
  const [first] = group_details?.customers ?? []
  expect(first).toBeDefined()
  return { customer: first?.full_name ?? '', placement: first?.placement ?? {} }
}

/** The first row's cell under a header. */
async function firstCell(page: Page, group: string, header: string) {
  const headers = await list(page, group).getByRole('columnheader').allInnerTexts()
  return rows(page, group).first().getByRole('cell').nth(headers.indexOf(header))
}

for (const { by, label, own } of [
  { by: 'recency', label: 'Recency', own: '&activity=all' },
  { by: 'rfm', label: 'RFM segment', own: '' },
  { by: 'branch', label: 'Branch', own: '' },
  { by: 'visit', label: 'New and returning', own: '' },
] as const) {
  test(`grouped by ${by} and again by type, the cards are what the API answers`, async ({ page }) => {
    await openGroups(page, DAYS)
    await expectCards(page, await groupsAnswer(page, DAYS))
    await grouping(page).selectOption(label)
    await expect(page).toHaveURL(new RegExp(`group_by=${by}`))
    await expectCards(page, await groupsAnswer(page, `${DAYS}&group_by=${by}${own}`))
    await grouping(page).selectOption('Customer type')
    await expect(page).not.toHaveURL(/group_by|activity/)
    await expectCards(page, await groupsAnswer(page, DAYS))
  })
}

test('grouped by recency all customers are shown, each once', async ({ page }) => {
  await openGroups(page, DAYS)
  await grouping(page).selectOption('Recency')
  await expect(page.getByLabel('Activity')).toHaveValue('all')
  const { groups, totals } = await groupsAnswer(page, `${DAYS}&group_by=recency&activity=all`)
  const sum = Object.values(groups).reduce((all, { customer_count }) => all + customer_count, 0)
  expect(sum).toBe(totals.customers)
  await expect(page.getByRole('region', { name: 'All groups together' })).toContainText(written(sum))
  await expect(page.getByText(/^By how long ago the last order was/)).toBeVisible()
})

test('a row of a recency band tells its days against the threshold', async ({ page }) => {
  await openGroups(page, DAYS)
  await grouping(page).selectOption('Recency')
  for (const [key, name, limit, threshold] of [
    ['active', 'Active', 'at most', 'at_risk_after_days'],
    ['lapsed', 'Lapsed', 'more than', 'lapsed_after_days'],
  ] as const) {
    const { customer, placement } = await firstPlacement(page, `${DAYS}&group_by=recency&activity=all&group=${key}`)
    await card(page, name).click()
    await expect(rows(page, name).first()).toContainText(customer)
    const days = Number(placement.days_since_last_order)
    await expect(await firstCell(page, name, 'Why here')).toContainText(
      `${written(days)} ${days === 1 ? 'day' : 'days'} since the last order, ${limit} ${placement[threshold]}`,
    )
  }
})

test('a row of an RFM segment tells its scores and the values behind them', async ({ page }) => {
  await openGroups(page, DAYS)
  await grouping(page).selectOption('RFM segment')
  const { customer, placement } = await firstPlacement(page, `${DAYS}&group_by=rfm&group=champions`)
  await card(page, 'Champions').click()
  await expect(rows(page, 'Champions').first()).toContainText(customer)
  const { r, f, m, orders, revenue } = placement
  const cell = await firstCell(page, 'Champions', 'Why here')
  await expect(cell).toContainText(`scores ${r}-${f}-${m}: `)
  await expect(cell).toContainText(`${written(Number(orders))} orders, TZS ${written(Number(revenue), 2)}`)
})

test('grouped by branch a customer can be in several groups, and the totals stay those of the types', async ({
  page,
}) => {
  const note = page.getByText(/^A customer can be in several groups/)
  const totals = page.getByRole('region', { name: 'All groups together' })
  await openGroups(page, DAYS)
  await expect(note).toHaveCount(0)
  const byType = await totals.innerText()
  await grouping(page).selectOption('Branch')
  await expect(note).toBeVisible()
  expect(await totals.innerText()).toBe(byType)
  const answer = await groupsAnswer(page, `${DAYS}&group_by=branch`)
  expect(answer.meta.groups_overlap).toBe(true)
  const groups = Object.values(answer.groups)
  const sum = (figure: 'customer_count' | 'total_orders') => groups.reduce((all, group) => all + group[figure], 0)
  expect(sum('customer_count')).toBeGreaterThan(answer.totals.customers)
  expect(sum('total_orders')).toBe(answer.totals.orders)
})

test('Back returns to the grouping before, with its customers and its open group', async ({ page }) => {
  await openGroups(page, `${DAYS}&group=ngo`)
  await expect(list(page, 'NGO')).toBeVisible()
  await grouping(page).selectOption('Recency')
  await expect(panel(page, 'NGO')).toHaveCount(0)
  await expect(card(page, 'Dormant')).toBeVisible()
  await grouping(page).selectOption('Branch')
  await expect(card(page, 'Dormant')).toHaveCount(0)
  await page.goBack()
  await expect(grouping(page)).toHaveValue('recency')
  await expect(card(page, 'Dormant')).toBeVisible()
  await expect(page.getByLabel('Activity')).toHaveValue('all')
  await page.goBack()
  await expect(grouping(page)).toHaveValue('type')
  await expect(list(page, 'NGO')).toBeVisible()
  await expect(page.getByLabel('Activity')).toHaveValue('active')
})

test('whoever groups anew by the keyboard stays at the choice', async ({ page }) => {
  await openGroups(page, `${DAYS}&group=ngo`)
  await expect(list(page, 'NGO')).toBeVisible()
  await grouping(page).focus()
  await grouping(page).selectOption('Recency')
  await expect(card(page, 'Dormant')).toBeVisible()
  await expect(panel(page, 'NGO')).toHaveCount(0)
  await expect(grouping(page)).toBeFocused()
})

test('a link restores the grouping and its open group', async ({ page }) => {
  const query = `${DAYS}&group_by=rfm&group=hibernating`
  await openGroups(page, query)
  await expect(grouping(page)).toHaveValue('rfm')
  await expect(list(page, 'Hibernating')).toBeVisible()
  await expectCards(page, await groupsAnswer(page, query))
  await page.reload()
  await expect(grouping(page)).toHaveValue('rfm')
  await expect(list(page, 'Hibernating')).toBeVisible()
  await expect(page.getByText(/^Not understood/)).toHaveCount(0)
})
