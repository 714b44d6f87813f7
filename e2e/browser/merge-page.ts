import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from './page-test'
import { firstOrder, send } from './profile-page'

/** Two registrations of one person, at first a private one, then of a company with an e-mail; each with one order. */
export type Twins = { name: string; keepId: string; mergeId: string; mail: string }

/** Registers two customers that are one. */
export async function registerTwins(page: Page): Promise<Twins> {
  const mark = randomUUID().slice(0, 8)
  const [name, mail] = [`Twin ${mark}`, `twin-${mark}@example.invalid`]
  const keepId = await register(page, { full_name: `${name} First`, group: 'personal', order: order('1200') })
  const mergeId = await register(page, {
    full_name: `${name} Second`,
    group: 'company',
    organization_name: `Twins ${mark}`,
    email: mail,
    vehicle: { plate: `T ${mark.slice(0, 6)}` },
    order: { ...order('3400'), with_vehicle: true },
  })
  return { name, keepId, mergeId, mail }
}

const order = (amount: string) => firstOrder({ branch: 'arusha', amount })

async function register(page: Page, data: Record<string, unknown>): Promise<string> {
  return (await send(page, '/api/customers', data)).customer_id
}

/** Merges by the preview that is shown, after asking once more. */
export async function confirmMerge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge these two customers?' })
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Merged into this customer' })).toBeVisible()
}

/** Undoes the merge of a profile. */
export async function confirmUndo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Undo/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo this merge?' })
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('heading', { name: 'Merged into this customer' })).toHaveCount(0)
}

/** How many orders and how much revenue of all time a profile shows. */
export async function expectLifetime(page: Page, orders: string, revenue: string): Promise<void> {
  const figures = page.getByRole('region', { name: 'Figures' })
  await expect(
    figures
      .getByRole('row', { name: /^Orders/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(orders)
  await expect(
    figures
      .getByRole('row', { name: /^Revenue/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(revenue)
}
