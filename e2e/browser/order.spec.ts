import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { expect, test } from './page-test'
import { openCustomer, ordered, part, registered } from './profile-page'

const history = (page: Page) => part(page, 'History').getByRole('list', { name: 'History' })

/** Presses a button that asks why, and says it. */
async function forReason(page: Page, label: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  const dialog = page.getByRole('dialog', { name: label })
  await dialog.getByRole('button', { name: label }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/Say why/)
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: label }).click()
  await expect(history(page)).toContainText(`Reason: ${reason}`)
}

test('an order goes from created to completed, is cancelled and reopened, and its history tells all of it', async ({
  page,
}) => {
  const path = await ordered(page, await registered(page), { description: 'Change the oil' })
  await openCustomer(page, path)
  const what = part(page, 'What it is')
  await expect(what).toContainText('Created')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(what).toContainText('In progress')
  await page.getByRole('button', { name: 'Complete', exact: true }).click()
  await expect(what).toContainText('Completed')
  await forReason(page, 'Cancel the order', 'Entered for somebody else')
  await expect(what).toContainText('Cancelled')
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0)
  await forReason(page, 'Reopen as in progress', 'It was theirs')
  await expect(what).toContainText('In progress')
  await expect(history(page)).toContainText(/Demo administrator.*status\s*In progress\s*→\s*Completed/s)
  await expectAccessible(page)
})

test('an order is edited in place; after it is completed only with a reason', async ({ page }) => {
  const path = await ordered(page, await registered(page))
  await openCustomer(page, path)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel(/^Amount/).fill('1.234,5')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel(/^Amount/)).toHaveAccessibleDescription(/Give the amount in digits/)
  await expectAccessible(page)
  await page.getByLabel(/^Amount/).fill('1200')
  await page.getByRole('radio', { name: /^Sales/ }).check()
  await page.getByLabel('Item').fill('Tyre')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(history(page)).toContainText(/amount\s*1,000.00\s*→\s*1,200.00/)
  await expect(history(page)).toContainText(/type\s*Service\s*→\s*Sales/)
  await page.getByRole('button', { name: 'Complete at once' }).click()
  await expect(part(page, 'What it is')).toContainText('Completed')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel(/^Amount/).fill('1100')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Reason')).toHaveAccessibleDescription(/Say why/)
  await page.getByLabel('Reason').fill('A discount')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(history(page)).toContainText('Reason: A discount')
})

test('whoever works by the keyboard stays where they are', async ({ page }) => {
  const path = await ordered(page, await registered(page))
  await openCustomer(page, path)
  const heading = (name: string) => page.getByRole('heading', { name })
  await page.getByRole('button', { name: 'Edit' }).press('Enter')
  await expect(heading('Edit the order')).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(heading('What it is')).toBeFocused()
  await page.getByRole('button', { name: 'Edit' }).press('Enter')
  await page.getByLabel(/^Amount/).fill('1100')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(heading('What it is')).toBeFocused()
  await page.getByRole('button', { name: 'Start' }).press('Enter')
  await expect(part(page, 'What it is')).toContainText('In progress')
  await expect(heading('What it is')).toBeFocused()
})

test.describe('where an answer is lost', () => {
  test.use({ requestsMayFail: true })

  test('the page says that it does not know, shows the order as it is, and the same again is done', async ({
    page,
  }) => {
    const path = await ordered(page, await registered(page))
    await openCustomer(page, path)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel(/^Amount/).fill('1300')
    await page.route(`**/api${path}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'not known whether this was saved' })).toBeVisible()
    await expect(history(page)).toContainText(/amount\s*1,000.00\s*→\s*1,300.00/)
    await page.unroute(`**/api${path}`)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(part(page, 'What it is')).toContainText('1,300')
    await expect(history(page).getByText('→')).toHaveCount(1)
    await expect(page.getByRole('alert').filter({ hasText: /saved|changed/ })).toHaveCount(0)
  })
})

test('an order of an earlier day is marked as back-dated', async ({ page }) => {
  const path = await ordered(page, await registered(page), { ordered_on: '2026-01-15' })
  await openCustomer(page, path)
  await expect(part(page, 'What it is')).toContainText('15 Jan 2026 Back-dated')
})

test.describe('where two change the same order', () => {
  test.use({ requestsMayFail: true })

  test('the second is shown what the first did, and applies theirs on top', async ({ page, context }) => {
    const path = await ordered(page, await registered(page))
    const other = await context.newPage()
    for (const opened of [page, other]) await openCustomer(opened, path)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel(/^Amount/).fill('1500')
    await other.getByRole('button', { name: 'Start' }).click()
    await expect(part(other, 'What it is')).toContainText('In progress')
    await page.getByRole('button', { name: 'Save' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'This order was changed meanwhile' })
    await expect(told).toBeFocused()
    await expect(told.getByRole('list', { name: 'Changed meanwhile' })).toContainText(
      /status\s*Created\s*→\s*In progress/,
    )
    await expect(told.getByRole('list', { name: 'Yours, not saved' })).toContainText(/amount\s*1,500.00/)
    await expect(page.getByLabel(/^Amount/)).toHaveValue('1500')
    await expectAccessible(page)
    await told.getByRole('button', { name: 'Apply mine on top' }).click()
    await expect(part(page, 'What it is')).toContainText('1,500')
    await expect(part(page, 'What it is')).toContainText('In progress')
  })

  test('the second takes what the first did, and the own draft is dropped', async ({ page, context }) => {
    const path = await ordered(page, await registered(page))
    const other = await context.newPage()
    for (const opened of [page, other]) await openCustomer(opened, path)
    await other.getByRole('button', { name: 'Complete at once' }).click()
    await expect(part(other, 'What it is')).toContainText('Completed')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Take theirs' }).click()
    await expect(part(page, 'What it is')).toContainText('Completed')
    await expect(page.getByRole('alert').filter({ hasText: 'meanwhile' })).toHaveCount(0)
    await expect(history(page)).toContainText(/status\s*Created\s*→\s*Completed/)
    await expect(history(page)).not.toContainText('In progress')
  })
})

test.describe('a clerk', () => {
  test.use({ as: 'clerk' })

  test('completes an order and is not offered what a manager decides', async ({ page }) => {
    const answer = await page.request.get('/api/customer-groups-data?group=personal&activity=all')
    const { group_details, meta } = await answer.json()
    expect(meta.branch).toBe('all')
    const path = await ordered(page, group_details.customers[0], { branch: 'arusha' })
    await openCustomer(page, path)
    await expect(page.getByRole('button', { name: 'Cancel the order' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Complete at once' }).click()
    await expect(part(page, 'What it is')).toContainText('Completed')
    await expect(page.getByRole('main').getByRole('button', { name: /Edit|Reopen|Cancel/ })).toHaveCount(0)
  })
})
