import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { list, openGroups, panel, profiles, rows } from './groups-page'
import { expect, test } from './page-test'

const AT = 'as_of=2026-06-30T12:00:00Z'

/** What the API says of a group's list, at the same moment. */
async function details(page: Page, query: string) {
  const answer = await page.request.get(`/api/customer-groups-data?${AT}&${query}`)
  return (await answer.json()).group_details
}

async function openFilters(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Filters/ }).click()
  return page.getByRole('dialog', { name: 'Filters' })
}

const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are set' })

/** The figures of a totals row, by the columns that are usual at this width. */
async function figures(page: Page, name: RegExp): Promise<string[]> {
  const row = list(page, 'Company').getByRole('row', { name })
  return (await row.getByRole('cell').allInnerTexts()).filter((text) => text !== '')
}

test('filters narrow the list, are words to take out, and the totals are those of all that match', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  const { stats } = await details(page, 'group=company')
  const dialog = await openFilters(page)
  await dialog.getByLabel('Orders, at least').fill('3')
  await dialog.getByLabel('Revenue from, TZS').fill('500000.50')
  await dialog.getByLabel('New, returning').selectOption('Returning')
  await dialog.getByRole('button', { name: 'Show the customers' }).click()
  await expect(page).toHaveURL(/min_orders=3&revenue_from=500000.50&visits=returning/)
  await expect(chips(page).getByRole('listitem')).toHaveText([
    /At least 3 orders/,
    /Revenue from TZS 500,000.50/,
    /Returning/,
    /Clear all/,
  ])

  const { matched } = await details(page, 'group=company&min_orders=3&revenue_from=500000.50&visits=returning')
  expect(matched.customers).toBeGreaterThan(0)
  expect(matched.customers).toBeLessThan(stats.customer_count)
  const found = list(page, 'Company').getByRole('rowheader', { name: /^Found/ })
  await expect(found).toContainText(`Found, ${matched.customers} of ${stats.customer_count} customers`)
  await expect(found).toContainText(
    `${Math.round((100 * matched.revenue) / stats.total_revenue)} % of the group’s revenue`,
  )
  expect(await figures(page, /^Found/)).toEqual(shown(matched, matched.revenue))
  expect(await figures(page, /^Whole group/)).toEqual(shown(stats, stats.total_revenue))

  const seen = await list(page, 'Company').innerText()
  await page.reload()
  await expect(list(page, 'Company')).toHaveText(seen, { useInnerText: true })

  await chips(page).getByRole('button', { name: 'Take out: Returning' }).click()
  await expect(page).not.toHaveURL(/visits/)
  await expect(page.getByRole('button', { name: 'Filters · 2' })).toBeFocused()
  await chips(page).getByRole('button', { name: 'Clear all' }).click()
  await expect(chips(page)).toHaveCount(0)
  await expect(list(page, 'Company').getByRole('rowheader', { name: /^Total, / })).toBeVisible()
  await page.goBack()
  await expect(chips(page).getByText('At least 3 orders')).toBeVisible()
})

function shown(counts: Record<string, number>, revenue: number): string[] {
  const names = ['total_orders', 'service_orders', 'sales_orders', 'consultation_orders']
  const amount = revenue.toLocaleString('en-GB', { minimumFractionDigits: 2 })
  return [...names.map((name) => (counts[name] ?? Number.NaN).toLocaleString('en-GB')), amount]
}

test('what can not be read is told beside its field, and the list stays as it is', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  const dialog = await openFilters(page)
  await dialog.getByLabel('Orders, at least').fill('none')
  await dialog.getByLabel('Revenue to, TZS').fill('1,500')
  await dialog.getByRole('button', { name: 'Show the customers' }).click()
  await expect(dialog.getByLabel('Orders, at least')).toBeFocused()
  await expect(dialog.getByLabel('Orders, at least')).toHaveAccessibleDescription('This must be a whole number from 1.')
  await expect(dialog.getByLabel('Revenue to, TZS')).toHaveAccessibleDescription(/as 1500 or 1500.50/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(panel(page, 'Company')).toBeVisible()
  await expect(page).not.toHaveURL(/min_orders|revenue_to/)
  await expect((await openFilters(page)).getByLabel('Orders, at least')).toHaveValue('')
})

test('filters that nobody matches say so and can be cleared beside the search', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company&min_orders=9000&q=a`)
  await expect(page.getByText('Nobody in Company matches “a” and the filters')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(rows(page, 'Company').first()).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('a')
})

test('filters hold from group to group and end with the list', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company&min_orders=3`)
  await page.getByRole('link', { name: 'NGO', exact: true }).click()
  await expect(list(page, 'NGO')).toBeVisible()
  await expect(chips(page).getByText('At least 3 orders')).toBeVisible()
  await page.getByRole('button', { name: 'Close NGO' }).click()
  await expect(page).not.toHaveURL(/min_orders/)
})

test('those who are not back are a view of their own, by what they brought before', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company&min_orders=3`)
  await page.getByRole('link', { name: 'Show who came before and is not back' }).click()
  await expect(page).toHaveURL(/sort=previous_revenue&activity=not_back/)
  await expect(page).not.toHaveURL(/min_orders/)
  const { customers, matched } = await details(page, 'group=company&activity=not_back&sort=previous_revenue')
  await expect(list(page, 'Company').getByRole('rowheader', { name: /^Total/ })).toHaveText(
    `Total, ${matched.customers} customers`,
  )
  await expect(list(page, 'Company').getByRole('columnheader')).toHaveText([
    'Customer',
    'Registered',
    'Orders before',
    'Revenue before, TZS',
    'Why here',
  ])
  const names = customers.map((customer: { full_name: string }) => customer.full_name)
  await expect(rows(page, 'Company').locator(profiles(page))).toHaveText(names)
  const dialog = await openFilters(page)
  await expect(dialog.getByLabel('Vehicle')).toBeVisible()
  await expect(dialog.getByLabel('Orders, at least')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show the active customers' }).click()
  await expect(page).not.toHaveURL(/activity|sort/)
})

test('this browser remembers the columns, and a link does not carry them', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  await dialog.getByRole('checkbox', { name: 'Share of revenue' }).check()
  await dialog.getByRole('checkbox', { name: 'Came as' }).check()
  await dialog.getByRole('checkbox', { name: 'Service' }).uncheck()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const header = (name: string) => list(page, 'Company').getByRole('columnheader', { name })
  await page.reload()
  await expect(header('Share of revenue')).toBeVisible()
  await expect(header('Came as')).toBeVisible()
  await expect(header('Service')).toHaveCount(0)
  await expect(page).not.toHaveURL(/columns/)
  await page.getByRole('button', { name: 'Columns' }).click()
  await dialog.getByRole('button', { name: 'Show the usual ones' }).click()
  await expect(header('Share of revenue')).toHaveCount(0)
  await expect(header('Service')).toBeVisible()
})

test('the panel says how the revenue is spread, with medians beside means', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  const { spread, stats } = await details(page, 'group=company')
  const best = spread.top[2]
  const share = Math.round((100 * best.revenue) / stats.total_revenue)
  await expect(panel(page, 'Company').getByText(/^The best 20 %/)).toHaveText(
    `The best 20 % (${best.customers} customers) bring ${share} % of the revenue`,
  )
  await expect(panel(page, 'Company').getByText(`${spread.median_orders.toFixed(1)}median`)).toBeVisible()
})

test('however many columns are chosen, nothing but their box scrolls sideways', async ({ page }) => {
  await page.addInitScript((columns) => localStorage.setItem('columns of /customer-groups', columns), ALL_COLUMNS)
  await openGroups(page, `?${AT}&group=ngo&page_size=5`)
  await expect(list(page, 'NGO').getByRole('columnheader')).toHaveCount(15)
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overhang()).toBe(0)
  await expectAccessible(page)
  for (const width of [1214, 1024, 768, 390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overhang(), `at ${width} px`).toBe(0)
  }
})

const ALL_COLUMNS =
  'name,registered,orders,service,sales,consultation,completed,revenue,share,previous_orders,previous_revenue,change,last_order,visit,placement'

test('the usual columns fit at every width', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  const table = list(page, 'Company')
  for (const width of [1440, 1312, 1280, 1204, 1024, 768]) {
    await page.setViewportSize({ width, height: 800 })
    const [inside, box] = [await table.boundingBox(), await panel(page, 'Company').boundingBox()]
    expect(inside?.width ?? Number.NaN, `at ${width} px`).toBeLessThanOrEqual(box?.width ?? 0)
  }
})
