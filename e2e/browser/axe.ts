import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './page-test'

/** Fails with each rule that the page as it stands breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page that was led to comes after what it shows.
  await expect(page).toHaveTitle(/./)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  expect(told).toEqual([])
}
