import type { Locator, Page } from '@playwright/test'
import { alive } from './groups-page'
import { expect } from './page-test'

/** Opens a list and waits until it is alive. */
export async function openList(page: Page, pathAndQuery: string): Promise<void> {
  await page.goto(pathAndQuery)
  await alive(page)
  // The frame is alive before the list in it has come.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The rows of a list, without its header and totals. */
export function listed(page: Page, name: 'Customers' | 'Orders'): Locator {
  return page
    .getByRole('table', { name, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('link'), hasNot: page.getByRole('columnheader') })
}

/** The names of the columns that are shown. */
export function headers(page: Page): Promise<string[]> {
  return page.getByRole('columnheader').allInnerTexts()
}

/** How many match, as the list says it. */
export function count(page: Page, noun: 'customer' | 'order'): Locator {
  return page.getByRole('main').getByText(new RegExp(`^[\\d,]+ ${noun}s?$`))
}

/** How many were found; other tests make records meanwhile, so that it may grow. */
export async function found(page: Page, noun: 'customer' | 'order'): Promise<number> {
  return Number((await count(page, noun).innerText()).replace(/\D/g, ''))
}
