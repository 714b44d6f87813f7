import type { Locator, Page } from '@playwright/test'
import { expect } from './page-test'

/** The section of why revenue changed. */
export function bridge(page: Page): Locator {
  return page.getByRole('region', { name: 'Why revenue changed', exact: true })
}

/** A line of the waterfall, by what it is called. */
export function step(page: Page, name: string): Locator {
  return bridge(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
}

/** The link of a line or a cell to its customers, beside that of its amount to its explanation. */
export function toCustomers(lineOrCell: Locator): Locator {
  return lineOrCell.getByRole('link', { name: /[\d,]+ customers?(: .*)?$/ })
}

/** Brings the section into the window, where it asks for its figures. */
export async function showBridge(page: Page): Promise<void> {
  // Not to the section itself, which gives way to another one as its figures arrive.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(step(page, 'Revenue now')).toBeVisible()
}
