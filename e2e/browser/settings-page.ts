import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { alive } from './groups-page'
import { expect } from './page-test'
import { firstOrder, send } from './profile-page'

/** A name that no other test uses: all of them see the same groups and branches. */
export function ownName(begin: string): string {
  return `${begin} ${randomUUID().slice(0, 8)}`
}

/** Adds a group of this name in a colour. */
export async function addGroup(page: Page, name: string, color = 'Red'): Promise<void> {
  await page.goto('/settings/groups/new')
  await alive(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('radio', { name: color }).check({ force: true })
  await page.getByRole('button', { name: 'Add the group' }).click()
  await expect(row(page, 'Groups', name)).toBeVisible()
}

/** Adds a branch of this name. */
export async function addBranch(page: Page, name: string): Promise<void> {
  await page.goto('/settings/branches/new')
  await alive(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add the branch' }).click()
  await expect(row(page, 'Branches', name)).toBeVisible()
}

/** The row of a group or branch in its table. */
export function row(page: Page, table: 'Groups' | 'Branches', name: string): Locator {
  return page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name })
}

/** Opens what can be changed of a group or branch from its table. */
export async function edit(page: Page, table: 'Groups' | 'Branches', name: string): Promise<void> {
  await page.goto(`/settings/${table.toLowerCase()}`)
  await alive(page)
  await row(page, table, name).getByRole('link', { name: /^Edit/ }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** The names of a table's rows, in their order. */
export async function order(page: Page, table: 'Groups' | 'Branches'): Promise<string[]> {
  const labels = page.getByRole('table', { name: table, exact: true }).getByRole('button', { name: / up$/ })
  const names = await labels.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
  return names.map((label) => label.replace(/^Move (.*) up$/, '$1'))
}

/** Registers customers of a group by the API, each with an order of today, as whoever is signed in on the page. */
export async function registerCustomers(page: Page, groupKey: string, names: readonly string[]): Promise<void> {
  const order = firstOrder({ amount: '10.00' })
  for (const full_name of names) await send(page, '/api/customers', { full_name, group: groupKey, order })
}

/** The key of a group that `ownName` named. */
export function keyOf(name: string): string {
  return name.toLowerCase().replace(' ', '-')
}
