import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { bridge, showBridge } from './bridge-section'
import { overTime } from './figures'
import { alive, openGroups } from './groups-page'
import { expect, test } from './page-test'

/** The panel that explains a figure. */
function explanation(page: Page): Locator {
  return page.getByRole('dialog').filter({ hasText: 'How this figure came about' })
}

/** The figure on the page whose explanation has this address. */
function figure(page: Page, id: string): Locator {
  return page.locator(`[data-figure="${id}"]`).first()
}

/** The list of the best customers of the open group. */
function topCustomers(page: Page): Locator {
  return page.locator('h3:has-text("Top customers by revenue") + ol')
}

/** The amounts of why the revenue of a group changed, in their order. */
const AMOUNTS = [
  'total_revenue of previous',
  'stopped_change of period',
  'new_change of period',
  'resurrected_change of period',
  'visits_change of period',
  'value_change of period',
  'total_revenue of period',
]

/** Opens a figure, and expects its explanation to have the same value, made of rows that come to it. */
async function expectExplained(page: Page, link: Locator): Promise<void> {
  const shown = (await link.innerText()).replaceAll(/\s+/g, ' ')
  await link.click()
  await expect(explanation(page).getByText('What is left out')).toBeVisible()
  const value = await explanation(page).locator('[data-explained="value"]').innerText()
  expect(shown).toContain(value)
  await expect(explanation(page).locator('[data-explained="proof"]')).toContainText('equal to the figure')
}

/** The same of one after the other; Back returns to each. */
async function expectEachExplained(page: Page, links: Locator[]): Promise<void> {
  for (const link of links) {
    await expectExplained(page, link)
    await page.goBack()
    await expect(explanation(page)).toHaveCount(0)
    await expect(link).toBeFocused()
  }
  await expect(page).not.toHaveURL(/explain/)
}

test('each kind of figure opens an explanation with the same value, and Back returns to it', async ({ page }) => {
  await openGroups(page, '?period=3months&group=company&measure=orders')
  await page.getByText('As a table').first().click()
  const ids = [
    'total_revenue all period group',
    'customer_count company period group',
    'avg_revenue company period group',
    'total_orders company change group',
    'total_revenue company period list',
    'top_20_share company period group',
  ]
  const ofWeek = '[data-figure^="total_orders company period group week-"]'
  const links = [
    ...ids.map((id) => figure(page, id)),
    page
      .getByRole('table', { name: 'Customers of Company' })
      .getByRole('link', { name: /^Orders of / })
      .first(),
    topCustomers(page).locator('[data-figure^="total_revenue company period group "]').first(),
    overTime(page).getByRole('table').locator(ofWeek).first(),
    overTime(page).getByRole('listitem').locator(ofWeek),
  ]
  await expectEachExplained(page, links)
})

test('each amount of why revenue changed opens an explanation with the same value, of a group and of all', async ({
  page,
}) => {
  await openGroups(page, '?period=3months&bridge=company')
  await showBridge(page)
  await bridge(page).getByText('As a table').click()
  const amount = (where: Locator, id: string) => where.locator(`[data-figure="${id} bridge"]`)
  await expectEachExplained(page, [
    amount(bridge(page), 'total_revenue company change'),
    ...AMOUNTS.map((id) => amount(bridge(page).getByRole('list'), id.replace('of', 'company'))),
    amount(bridge(page).getByRole('row'), 'total_revenue ngo previous'),
    amount(bridge(page).getByRole('row'), 'stopped_change all period'),
    amount(bridge(page).getByRole('row'), 'total_revenue all period'),
  ])
})

test('the rows are turned over, a part of a quotient leads to its own explanation, Esc closes', async ({ page }) => {
  await openGroups(page, '?period=3months')
  await figure(page, 'avg_orders personal period group').click()
  await explanation(page).getByRole('button', { name: 'Next' }).click()
  await expect(explanation(page).getByText(/^26–50 of/)).toBeVisible()
  const customers = explanation(page).getByRole('definition').nth(1)
  const count = await customers.innerText()
  await customers.getByRole('button').click()
  await expect(explanation(page).getByRole('heading', { name: 'Customers of Personal' })).toBeVisible()
  await expect(explanation(page).locator('[data-explained="value"]')).toHaveText(count)
  await page.keyboard.press('Escape')
  await expect(explanation(page)).toHaveCount(0)
  await expect(figure(page, 'avg_orders personal period group')).toBeFocused()
})

test('the arrow keys go from figure to figure of a legend, and of top customers who come later', async ({ page }) => {
  await openGroups(page, '?period=3months&group=company&activity=inactive&measure=orders')
  await expect(overTime(page).getByRole('listitem').first()).toBeVisible()
  await expect(topCustomers(page)).toHaveCount(0)
  await page.getByLabel('Activity').selectOption('active')
  const first = topCustomers(page).getByRole('listitem').first().getByRole('link')
  await first.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(first.nth(1)).toBeFocused()

  const total = overTime(page).getByRole('listitem').last().getByRole('link')
  await total.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(overTime(page).getByRole('listitem').nth(-2).getByRole('link')).toBeFocused()
})

test('a shared link shows the same explanation, as of the same moment', async ({ page }) => {
  await openGroups(page, '?period=3months')
  const link = figure(page, 'total_revenue company period group')
  const shown = await link.innerText()
  await page.goto((await link.getAttribute('href')) ?? '')
  await alive(page)
  await expect(page).toHaveURL(/as_of=/)
  await expect(explanation(page).getByText('What is left out')).toBeVisible({ timeout: 30_000 })
  await expect(explanation(page).locator('[data-explained="value"]')).toHaveText(shown)
  await explanation(page).getByRole('button', { name: 'Close the explanation' }).click()
  await expect(page).not.toHaveURL(/explain/)
  await expect(link).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on an explanation', async ({ page }) => {
      await openGroups(page, '?period=3months')
      await figure(page, 'avg_revenue company period group').click()
      await explanation(page).getByText('The SQL behind it').click()
      await expectAccessible(page)
    })
  })

test.describe('whoever sees one branch', () => {
  test.use({ as: 'clerk' })

  test('is explained the orders of that branch alone', async ({ page }) => {
    await openGroups(page, '?period=3months')
    await expectExplained(page, figure(page, 'total_orders all period group'))
    const branches = await explanation(page)
      .getByRole('table')
      .getByRole('row')
      .locator('td:nth-child(2) bdi')
      .allInnerTexts()
    expect(new Set(branches).size).toBe(1)
  })
})
