import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { bridge, showBridge, step, toCustomers } from './bridge-section'
import { openGroups, panel } from './groups-page'
import { expect, test } from './page-test'

const PARTS = ['Stopped', 'New', 'Back again', 'Orders per customer', 'Money per order']

/** The amount that a text ends or begins with, in minor units: "−1,234.50" is -123450. */
function minor(text: string): number {
  const [amount = ''] = text.match(/[+−]?[\d,]+\.\d\d/) ?? []
  return Number(amount.replace('−', '-').replace(/[+,.]/g, ''))
}

const amountOf = async (row: Locator) => minor((await row.innerText()).replace(/\n/g, ' '))

/** How many customers a text speaks of. */
const customersOf = async (row: Locator) =>
  Number(/([\d,]+) customers?/.exec(await row.innerText())?.[1]?.replaceAll(',', ''))

async function expectToAddUp(page: Page): Promise<void> {
  let sum = await amountOf(step(page, 'Revenue before'))
  for (const part of PARTS) sum += await amountOf(step(page, part))
  expect(sum).toBe(await amountOf(step(page, 'Revenue now')))
  expect(sum).toBeGreaterThan(0)
}

test('the parts on the screen add up to the difference, for all groups and for one', async ({ page }) => {
  await openGroups(page, '?period=1month')
  await showBridge(page)
  await expectToAddUp(page)
  await expect(toCustomers(bridge(page).getByRole('listitem'))).toHaveCount(0)
  await bridge(page).getByRole('combobox', { name: 'Revenue of' }).selectOption('Company')
  await expect(page).toHaveURL(/bridge=company/)
  await expect(bridge(page).getByText(/^Company, /)).toBeVisible()
  await expectToAddUp(page)
})

test('the figures are asked for when the section comes near', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('groups-bridge') && asked.push(request.url()))
  await openGroups(page, '?period=1month')
  await expect(page.getByRole('img').or(page.getByRole('slider')).first()).toBeAttached()
  expect(asked).toEqual([])
  await showBridge(page)
  expect(asked).toHaveLength(1)
})

for (const [part, address] of [
  ['Stopped', 'activity=not_back'],
  ['New', 'visits=new'],
  ['Back again', 'visits=resurrected'],
  ['Orders per customer', 'visits=continued'],
] as const) {
  test(`${part} leads to its customers, and the list has as many`, async ({ page }) => {
    await openGroups(page, '?period=1month&bridge=personal&min_orders=2')
    await showBridge(page)
    const count = await customersOf(step(page, part))
    expect(count).toBeGreaterThan(0)
    await toCustomers(step(page, part)).click()
    await expect(page).toHaveURL(new RegExp(`${address}.*bridge=personal|bridge=personal.*${address}`))
    await expect(page).not.toHaveURL(/min_orders/)
    await expect(panel(page, 'Personal')).toBeFocused()
    await expect(panel(page, 'Personal')).toBeInViewport()
    const pages = page.getByRole('navigation', { name: 'Pages of the list' })
    await expect(pages).toContainText(`of ${count.toLocaleString('en-GB')}`)
  })
}

test('a step and a cell of the table are reached and pressed by the keyboard', async ({ page }) => {
  await openGroups(page, '?period=1month&bridge=company')
  await showBridge(page)
  await step(page, 'Revenue before').getByRole('link').focus()
  await page.keyboard.press('Tab')
  await expect(toCustomers(step(page, 'Stopped'))).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(step(page, 'Stopped').getByRole('link', { name: /explain$/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(toCustomers(step(page, 'New'))).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/group=company.*visits=new/)
  await expect(panel(page, 'Company')).toBeFocused()

  await bridge(page).getByText('As a table').focus()
  await page.keyboard.press('Enter')
  const row = bridge(page).getByRole('row', { name: /^Government/ })
  const cell = toCustomers(row).first()
  const count = await customersOf(cell)
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/group=government/)
  await expect(panel(page, 'Government')).toBeFocused()
  expect(count).toBeGreaterThan(0)
})

test('Up and Down stay in a column and with the amounts, and what is alone in its row is reached by Tab', async ({
  page,
}) => {
  await openGroups(page, '?period=1month&bridge=all')
  await showBridge(page)
  const amountOf = (line: Locator) => line.getByRole('link', { name: /explain$/ })
  await amountOf(step(page, 'Revenue before')).focus()
  await page.keyboard.press('Tab')
  await expect(amountOf(step(page, 'Stopped'))).toBeFocused()
  await bridge(page).getByLabel('Revenue of', { exact: true }).selectOption({ label: 'Company' })
  await amountOf(step(page, 'Revenue before')).focus()
  await page.keyboard.press('ArrowDown')
  await expect(amountOf(step(page, 'Stopped'))).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(toCustomers(step(page, 'New'))).toBeFocused()

  await bridge(page).getByText('As a table').click()
  const cell = (group: RegExp) => bridge(page).getByRole('row', { name: group }).getByRole('cell').nth(2)
  await amountOf(cell(/^Personal/)).focus()
  await page.keyboard.press('ArrowDown')
  await expect(amountOf(cell(/^Company/))).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(toCustomers(cell(/^Company/))).toBeFocused()
  await expect(toCustomers(cell(/^Company/))).toHaveAccessibleName(/^[\d,]+ customers?: Company, New$/)
  await page.keyboard.press('ArrowUp')
  await expect(toCustomers(cell(/^Personal/))).toBeFocused()
})

test('the table adds up in its rows, and where customers are in several groups says that each is counted once', async ({
  page,
}) => {
  for (const [query, once] of [
    ['?period=1month', 0],
    ['?period=1month&group_by=branch', 1],
  ] as const) {
    await openGroups(page, query)
    await showBridge(page)
    await bridge(page).getByText('As a table').click()
    await expect(bridge(page).getByText('is counted once in all groups together')).toHaveCount(once)
    for (const row of await bridge(page).getByRole('row').all()) {
      const cells = await row.getByRole('cell').allInnerTexts()
      const figures = cells.map(minor)
      const now = figures.pop() ?? 0
      expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(now)
    }
    await expect(bridge(page).getByRole('row')).not.toHaveCount(1)
  }
})

test('where nothing is compared the page says so, and compares on request', async ({ page }) => {
  await openGroups(page, '?compare=none')
  await bridge(page).getByRole('button', { name: 'Compare with the previous period' }).click()
  await expect(page).not.toHaveURL(/compare/)
  await showBridge(page)
  await openGroups(page, '?group_by=visit')
  await bridge(page).getByRole('button', { name: 'Group by customer type' }).click()
  await expect(page).not.toHaveURL(/group_by/)
  await showBridge(page)
})

test('days without an order have nothing to explain', async ({ page }) => {
  await openGroups(page, '?as_of=1990-01-01T00:00:00Z')
  await bridge(page).scrollIntoViewIfNeeded()
  await expect(bridge(page).getByText(/^There was no order/)).toBeVisible()
})

test.describe('failing', () => {
  test.use({ requestsMayFail: true })

  test('a failure names what failed and can be tried again', async ({ page }) => {
    const api = '**/api/customer-groups-bridge*'
    const json = { success: false, error: 'The records are busy.', code: 'unavailable', fields: [], request_id: 'r-1' }
    await page.route(api, (route) => route.fulfill({ status: 503, json }))
    await openGroups(page)
    await bridge(page).scrollIntoViewIfNeeded()
    await expect(bridge(page).getByText('The records are busy.')).toBeVisible()
    await page.unroute(api)
    await bridge(page).getByRole('button', { name: 'Try again' }).click()
    await showBridge(page)
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the chart and its table', async ({ page }) => {
      await openGroups(page, '?period=1month&bridge=company')
      await showBridge(page)
      await bridge(page).getByText('As a table').click()
      await bridge(page).getByText('What the parts mean').click()
      await expectAccessible(page)
    })
  })

test.describe('on a phone', { tag: '@phone' }, () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('every step is whole at 360 px, at least 40 px high, and leads to its customers', async ({ page }) => {
    await openGroups(page, '?period=1month&bridge=company')
    await showBridge(page)
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overhang).toBe(0)
    for (const line of await bridge(page).getByRole('listitem').all()) {
      const box = await line.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(40)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    }
    await step(page, 'New').tap({ position: { x: 20, y: 50 } })
    await expect(page).toHaveURL(/visits=new/)
    await expect(panel(page, 'Company')).toBeInViewport()
  })
})
