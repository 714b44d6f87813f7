import type { Page } from '@playwright/test'
import {
  AS_OF,
  dayBefore,
  groupsAnswer,
  legendOf,
  monthBefore,
  overTime,
  type SeriesAnswer,
  type SeriesFigures,
  seriesAnswer,
  written,
} from './figures'
import { card, openGroups } from './groups-page'
import { expect, test } from './page-test'

const SERIES = '**/api/customer-groups-series*'

const slider = (page: Page, part: string) => overTime(page).getByRole('slider', { name: part })

/** What is told of a part: every group's figure, and that of all together. */
function told({ groups, totals }: SeriesAnswer, figure: keyof SeriesFigures, place: number, decimals = 0): string {
  const named = [...Object.values(groups), { ...totals, name: 'All groups' }]
  return named.map((one) => `${one.name} ${written(one[figure][place] ?? Number.NaN, decimals)}`).join(', ')
}

/** Opens the figures as a table; gives it. */
async function openTable(page: Page, name: string) {
  await overTime(page).getByText('As a table').click()
  return overTime(page).getByRole('table', { name })
}

test('the figure and the parts are in the URL, and a reload restores them', async ({ page }) => {
  await openGroups(page, AS_OF)
  await expect(overTime(page).getByLabel('Figure')).toHaveValue('revenue')
  await expect(overTime(page).getByLabel('Parts')).toHaveValue('week')
  await overTime(page).getByLabel('Figure').selectOption('Orders')
  await overTime(page).getByLabel('Parts').selectOption('By month')
  await expect(page).toHaveURL(/measure=orders/)
  await expect(page).toHaveURL(/bucket=month/)
  const series = await seriesAnswer(page, `${AS_OF}&bucket=month`)
  const last = told(series, 'total_orders', series.buckets.length - 1)
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', new RegExp(`: ${last}$`))
  await page.reload()
  await expect(overTime(page).getByLabel('Figure')).toHaveValue('orders')
  await expect(overTime(page).getByLabel('Parts')).toHaveValue('month')
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', new RegExp(`: ${last}$`))
})

test('a part is told by the arrow keys and where it is pointed at, as the API has it', async ({ page }) => {
  const series = await seriesAnswer(page, `${AS_OF}&bucket=month`)
  const words = series.buckets.map((_, place) => told(series, 'revenue', place, 2))
  await openGroups(page, `${AS_OF}&bucket=month`)
  const reader = slider(page, 'Month')
  await reader.focus()
  for (const one of words.toReversed()) {
    await expect(reader).toHaveAttribute('aria-valuetext', new RegExp(`: ${one}$`))
    await page.keyboard.press('ArrowLeft')
  }
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(reader).toHaveAttribute('aria-valuetext', `${monthBefore(1)}: ${words.at(-2)}`)

  // The reader lies over the plot and lets the pointer through to it.
  await reader.hover({ position: { x: 2, y: 40 }, force: true })
  await expect(reader).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^${monthBefore(6)}, partial: 21 – \\d+ ${monthBefore(6)}: ${words[0]}$`),
  )
  await expect(legendOf(page, 'Personal')).toContainText(written(series.groups.personal?.revenue[0] ?? Number.NaN, 2))
  await overTime(page).getByRole('heading', { name: 'Over time' }).hover()
  await expect(reader).toHaveAttribute('aria-valuetext', new RegExp(`: ${words.at(-1)}$`))
})

test('a group is hidden by its button in the legend, stays so under another figure, and comes back', async ({
  page,
}) => {
  await openGroups(page, `${AS_OF}&measure=orders&bucket=month`)
  const company = overTime(page).getByRole('button', { name: 'Company', exact: true })
  await expect(company).toHaveAttribute('aria-pressed', 'true')
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', /, Company /)
  await company.click()
  await expect(company).toHaveAttribute('aria-pressed', 'false')
  await expect(page).toHaveURL(/hidden=company/)
  await page.reload()
  await expect(legendOf(page, 'Company')).toContainText('hidden')
  await expect(slider(page, 'Month')).not.toHaveAttribute('aria-valuetext', /Company/)
  await overTime(page).getByLabel('Figure').selectOption('Revenue')
  await expect(company).toHaveAttribute('aria-pressed', 'false')
  await company.press('Enter')
  await expect(company).toHaveAttribute('aria-pressed', 'true')
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', /, Company /)
})

for (const { measure, figure, title, decimals } of [
  { measure: 'revenue', figure: 'revenue', title: 'Revenue, TZS by month', decimals: 2 },
  { measure: 'orders', figure: 'total_orders', title: 'Orders by month', decimals: 0 },
  { measure: 'active_customers', figure: 'active_customers', title: 'Active customers by month', decimals: 0 },
] as const) {
  test(`the table of ${measure} is what the API answers, the latest first`, async ({ page }) => {
    const { groups, totals, buckets } = await seriesAnswer(page, `${AS_OF}&bucket=month`)
    await openGroups(page, `${AS_OF}&bucket=month&measure=${measure}`)
    const table = await openTable(page, title)
    const columns = [...Object.values(groups), totals].map((one) => one[figure])
    const rows = table.getByRole('row').filter({ has: page.getByRole('cell') })
    for (const [back, one] of buckets.toReversed().entries()) {
      const wanted = columns.map((values) => written(values[buckets.length - 1 - back] ?? Number.NaN, decimals))
      await expect(rows.nth(back).getByRole('cell')).toHaveText(wanted)
      await expect(rows.nth(back).getByText('partial:')).toHaveCount(one.partial ? 1 : 0)
    }
    expect(buckets.map(({ partial }) => partial)).toEqual([true, false, false, false, false, false, true])
  })
}

test('orders and revenue of the parts add up to the period’s', async ({ page }) => {
  const { groups, totals } = await groupsAnswer(page, AS_OF)
  const whole = [...Object.values(groups), { total_orders: totals.orders, total_revenue: totals.revenue }]
  await openGroups(page, `${AS_OF}&measure=orders`)
  const orders = await openTable(page, 'Orders by week')
  await expect(orders.getByRole('row', { name: /^Whole period/ }).getByRole('cell')).toHaveText(
    whole.map(({ total_orders }) => written(total_orders)),
  )
  await overTime(page).getByLabel('Figure').selectOption('Revenue')
  const revenue = overTime(page).getByRole('table', { name: 'Revenue, TZS by week' })
  await expect(revenue.getByRole('row', { name: /^Whole period/ }).getByRole('cell')).toHaveText(
    whole.map(({ total_revenue }) => written(total_revenue, 2)),
  )
})

test('customers of the parts are not added up, and the page says why', async ({ page }) => {
  await openGroups(page, `${AS_OF}&measure=active_customers`)
  const table = await openTable(page, 'Active customers by week')
  await expect(table.getByRole('row').first()).toBeVisible()
  await expect(table.getByRole('row', { name: /^Whole period/ })).toHaveCount(0)
  await expect(overTime(page).getByText(/^.*Customers of the parts do not add up: who comes in two/)).toBeVisible()
})

test('new and returning customers and order types are those of the open group', async ({ page }) => {
  const { groups } = await seriesAnswer(page, `${AS_OF}&bucket=month`)
  await openGroups(page, `${AS_OF}&bucket=month&measure=new_returning&group=company`)
  const { company } = groups
  const last = (figure: keyof SeriesFigures) => written(company?.[figure].at(-1) ?? Number.NaN)
  const customers = `Returning ${last('returning_customers')}, New ${last('new_customers')}, Active ${last('active_customers')}`
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', new RegExp(`: ${customers}$`))
  await overTime(page).getByLabel('Figure').selectOption('Order types')
  const orders = `Service ${last('service_orders')}, Sales ${last('sales_orders')}, Consultation ${last('consultation_orders')}, All orders ${last('total_orders')}`
  await expect(slider(page, 'Month')).toHaveAttribute('aria-valuetext', new RegExp(`: ${orders}$`))
})

test.describe('failing', () => {
  test.use({ requestsMayFail: true })

  test('too many parts are refused with what to do, and one press does it', async ({ page }) => {
    await openGroups(page, `?period=custom&from=${dayBefore(500)}&to=${dayBefore(0)}&bucket=day`)
    const alert = overTime(page).getByRole('alert')
    await expect(alert).toContainText('The figures over time could not be loaded')
    await expect(alert).toContainText('more than 400 parts: choose longer ones or a shorter range')
    await alert.getByRole('button', { name: 'Choose the parts by the period' }).click()
    await expect(alert).toHaveCount(0)
    await expect(page).not.toHaveURL(/bucket/)
    await expect(overTime(page).getByLabel('Parts')).toHaveValue('month')
    await expect(overTime(page).getByLabel('Parts').getByRole('option')).toHaveText(['By week', 'By month'])
  })

  test('figures over time that fail to load say so, the cards stay, and a retry loads them', async ({ page }) => {
    const json = { success: false, error: 'The records are busy.', code: 'unavailable', fields: [], request_id: 'r-1' }
    await page.route(SERIES, (route) => route.fulfill({ status: 503, json }))
    await openGroups(page, AS_OF)
    const alert = overTime(page).getByRole('alert')
    await expect(alert).toContainText('The records are busy.')
    await expect(card(page, 'NGO')).toBeVisible()
    await expect(alert.getByRole('button', { name: 'Choose the parts by the period' })).toHaveCount(0)
    await page.unroute(SERIES)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(slider(page, 'Week')).toBeAttached()
    await expect(alert).toHaveCount(0)
  })
})
