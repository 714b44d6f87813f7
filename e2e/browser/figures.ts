import type { Locator, Page } from '@playwright/test'
import { expect } from './page-test'

/** A series in the legend of the chart over time: its button, and its figure below. */
export function legendOf(page: Page, name: string): Locator {
  const button = page.getByRole('button', { name, exact: true })
  return overTime(page).getByRole('listitem').filter({ has: button })
}

/** Of an answer of the groups API, what the tests look at. */
export type GroupsAnswer = {
  groups: Record<string, { name: string; customer_count: number; total_orders: number; total_revenue: number }>
  totals: { customers: number; orders: number; revenue: number }
  group_details: { customers: { full_name: string; placement: Record<string, unknown> }[] } | null
  meta: { compare: string; groups_overlap: boolean }
}

type Counted =
  | 'total_orders'
  | 'service_orders'
  | 'sales_orders'
  | 'consultation_orders'
  | 'revenue'
  | 'active_customers'
  | 'new_customers'
  | 'returning_customers'

/** One figure for each part of the period. */
export type SeriesFigures = Record<Counted, number[]>

/** Of an answer of the API of the figures over time, what the tests look at. */
export type SeriesAnswer = {
  buckets: { partial: boolean }[]
  groups: Record<string, SeriesFigures & { name: string }>
  totals: SeriesFigures
}

const today = new Date()

/** The sample ends today. Six months up to this day, the 20th of the last month, begin and end within a month. */
const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() - 1, 20]

export const AS_OF = `?as_of=${new Date(Date.UTC(year, month, day, 12)).toISOString()}`

/** The day so many days before that of `AS_OF`, as 2026-06-20. */
export function dayBefore(days: number): string {
  return new Date(Date.UTC(year, month, day - days)).toISOString().slice(0, 10)
}

/** The month so many months before that of `AS_OF`, as "Jun 2026". */
export function monthBefore(months: number): string {
  const first = new Date(Date.UTC(year, month - months, 1))
  return `${first.toLocaleString('en', { month: 'short', timeZone: 'UTC' })} ${first.getUTCFullYear()}`
}

/** What the groups API answers to a query, asked as whoever is signed in on the page. */
export async function groupsAnswer(page: Page, query: string): Promise<GroupsAnswer> {
  return answer(page, `/api/customer-groups-data${query}`)
}

/** What the API of the figures over time answers to a query. */
export async function seriesAnswer(page: Page, query: string): Promise<SeriesAnswer> {
  return answer(page, `/api/customer-groups-series${query}`)
}

async function answer(page: Page, path: string) {
  const response = await page.request.get(path)
  expect(response.status(), await response.text()).toBe(200)
  return response.json()
}

/** A number as the page writes it: 1234.5 with 2 decimals is "1,234.50". */
export function written(value: number, decimals = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** The section of the figures over time. */
export function overTime(page: Page): Locator {
  return page.getByRole('region', { name: 'Over time', exact: true })
}

/** What each group's card has to say of its customers, its orders and its revenue; the changes would stand beside them. */
export async function expectCards(page: Page, { groups, meta }: GroupsAnswer): Promise<void> {
  expect(meta.compare).toBe('none')
  const cards = page.getByRole('region', { name: 'Groups', exact: true }).getByRole('article')
  const names = Object.values(groups).map(({ name }) => name)
  await expect(cards.getByRole('heading')).toHaveText(names)
  for (const [place, group] of Object.values(groups).entries()) {
    const shown = cards.nth(place)
    const noun = group.customer_count === 1 ? 'customer' : 'customers'
    await expect(shown.getByText(`${written(group.customer_count)}${noun}`, { exact: true })).toBeVisible()
    await expect(shown.getByRole('definition').nth(0)).toHaveText(written(group.total_orders))
    await expect(shown.getByRole('definition').nth(1)).toHaveText(written(group.total_revenue, 2))
  }
}
