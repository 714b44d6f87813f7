import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expectAccessible } from './axe'
import { count, found, headers, listed, openList } from './lists-page'
import { expect, test } from './page-test'

const customers = (page: Page) => listed(page, 'Customers')
const orders = (page: Page) => listed(page, 'Orders')

async function download(page: Page): Promise<Record<string, string>[]> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Export/ }).click()
  await page.getByRole('link', { name: /^CSV/ }).click()
  return parse(await readFile(await (await downloading).path(), 'utf8'), { columns: true, bom: true })
}

test('the navigation leads to both lists, and they say how many there are', async ({ page }) => {
  await openList(page, '/customer-groups')
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.getByRole('link', { name: 'Customers', exact: true }).click()
  await expect(count(page, 'customer')).toBeVisible()
  await expect(customers(page)).toHaveCount(25)
  await nav.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(count(page, 'order')).toBeVisible()
  await expect(orders(page)).toHaveCount(25)
})

test('typing searches all customers, is in the URL, and a reload shows the same', async ({ page }) => {
  await openList(page, '/customers?page=2')
  const name = await customers(page).nth(3).getByRole('link').innerText()
  await page.getByRole('searchbox').fill(name.toUpperCase())
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(page).not.toHaveURL(/page=/)
  await expect(customers(page).first().getByRole('link')).toHaveText(name)
  const total = await count(page, 'customer').innerText()
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue(name.toUpperCase())
  await expect(count(page, 'customer')).toHaveText(total)
})

test('filters are a step in the history, and Back takes them away again', async ({ page }) => {
  await openList(page, '/customers')
  const all = await found(page, 'customer')
  await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('NGO')
  await expect(page).toHaveURL(/group=ngo/)
  await expect.poll(() => found(page, 'customer')).toBeLessThan(all)
  await expect(customers(page)).not.toHaveCount(0)
  for (const row of await customers(page).all()) await expect(row).toContainText('NGO')
  await page.goBack()
  await expect.poll(() => found(page, 'customer')).toBeGreaterThanOrEqual(all)
  await expect(page.getByRole('combobox', { name: 'Group', exact: true })).toHaveValue('all')
})

test('orders are filtered by status and days, and cleared again', async ({ page }) => {
  await openList(page, '/orders')
  const all = await found(page, 'order')
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Cancelled')
  await expect(page).toHaveURL(/status=cancelled/)
  await expect(page.getByRole('rowheader')).toHaveText(/^0 counted orders and [\d,]+ cancelled ones?$/)
  await page.getByLabel('From', { exact: true }).fill('2099-01-01')
  await expect(page.getByText('No order matches')).toBeVisible()
  await page.getByRole('link', { name: 'Clear search and filters' }).click()
  await expect(page).toHaveURL(/\/orders$/)
  await expect.poll(() => found(page, 'order')).toBeGreaterThanOrEqual(all)
})

test('a day is typed by keyboard, and the field keeps the focus', async ({ page }) => {
  await openList(page, '/orders?from=2026-03-01')
  const from = page.getByLabel('From', { exact: true })
  await from.focus()
  // The same day and month in every language: the field may have either first.
  await page.keyboard.type('0505')
  await expect(page).toHaveURL(/from=2026-05-05/)
  await expect(from).toBeFocused()
  await page.keyboard.type('2025')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2025-05-05/)
  await expect(from).toBeFocused()
  await expect(from).toHaveValue('2025-05-05')
  await page.goBack()
  await expect(from).toHaveValue('2026-05-05')
})

test('headers sort the whole list, not only the page', async ({ page }) => {
  await openList(page, '/orders')
  const header = page.getByRole('columnheader', { name: /^Amount/ })
  await header.getByRole('link').click()
  await expect(page).toHaveURL(/sort=amount/)
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  const greatest = await orders(page).first().innerText()
  await header.getByRole('link').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(orders(page).first()).not.toHaveText(greatest)
  expect(await orders(page).first().getByRole('cell').last().innerText()).toMatch(/^0/)
})

test('pages say what they show; one beyond the end says so and offers the last', async ({ page }) => {
  await openList(page, '/customers')
  const range = page.getByRole('navigation', { name: 'Pages of the list' })
  await expect(range).toContainText('1–25 of')
  const first = await customers(page).first().innerText()
  await range.getByRole('link', { name: 'Next' }).click()
  await expect(range).toContainText('26–50 of')
  expect(await customers(page).first().innerText()).not.toBe(first)
  await openList(page, '/customers?page=90000')
  await expect(page.getByText('There is no page 90,000')).toBeVisible()
  await page.getByRole('link', { name: /^Go to the last page/ }).click()
  await expect(customers(page).first()).toBeVisible()
  await expect(range.getByRole('link', { name: 'Next' })).toHaveCount(0)
})

test('columns are chosen, are in the URL, and are remembered for the next visit', async ({ page }) => {
  await openList(page, '/customers')
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  await dialog.getByRole('checkbox', { name: 'E-mail' }).check()
  await dialog.getByRole('checkbox', { name: 'Revenue' }).uncheck()
  await expect(page).toHaveURL(/columns=name,group,phone,email,branch,registered,last_order,orders(&|$)/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('columnheader', { name: 'E-mail' })).toBeVisible()
  await openList(page, '/customers?group=ngo')
  await expect(page).toHaveURL(/columns=/)
  await expect.poll(() => headers(page)).toContain('E-mail')
  const kept = await page.evaluate(() => ({ ...localStorage }))
  expect(kept['columns of /customers']).toBe('name,group,phone,email,branch,registered,last_order,orders')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Show the usual ones' }).click()
  await expect(page).not.toHaveURL(/columns=/)
  await expect.poll(() => headers(page)).not.toContain('E-mail')
})

test('a link shows the columns that it names, whatever was chosen before', async ({ page }) => {
  await openList(page, '/orders?columns=date,amount')
  await expect.poll(() => headers(page)).toEqual(['Date', expect.stringMatching(/^Amount/)])
})

test('the export has everything that matches and adds up to the totals', async ({ page }) => {
  await openList(page, '/orders?type=sales&from=2026-01-01')
  const [counted, cancelled] = [...(await page.getByRole('rowheader').innerText()).matchAll(/[\d,]+/g)].map(([text]) =>
    Number(text.replaceAll(',', '')),
  )
  const revenue = await page.getByRole('row').last().getByRole('cell').last().innerText()
  const rows = await download(page)
  expect(rows).toHaveLength((counted ?? 0) + (cancelled ?? 0))
  const sum = rows
    .filter(({ status }) => status !== 'cancelled')
    .reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0)
  expect(revenue).toContain((sum / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 }))
})

test('rubbish in a link shows the default and says so', async ({ page }) => {
  await openList(page, '/customers?sort=size&branch=nowhere&page=0&peroid=1year')
  const notice = page.getByText('Not understood in this link')
  for (const part of ['sort=size', 'branch=nowhere', 'page=0', 'peroid=1year']) await expect(notice).toContainText(part)
  await expect(customers(page)).toHaveCount(25)
})

test('a search of nobody says so and can be cleared', async ({ page }) => {
  await openList(page, '/customers?q=zzzzzz')
  await expect(page.getByText('No customer matches')).toBeVisible()
  await page.getByRole('link', { name: 'Clear search and filters' }).click()
  await expect(customers(page)).toHaveCount(25)
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('a row leads to the customer, and a name in an order to whose it is', async ({ page }) => {
  await openList(page, '/customers')
  const link = customers(page).nth(2).getByRole('link')
  const name = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await openList(page, '/orders')
  const links = orders(page).first().getByRole('link')
  const [date, customer] = [links.first(), links.last()]
  await expect(date).toHaveAttribute('href', /^\/customers\/[0-9a-f-]+\/orders\/[0-9a-f-]+$/)
  const orderer = await customer.innerText()
  await customer.click()
  await expect(page.getByRole('heading', { level: 1, name: orderer })).toBeVisible()
})

test.describe('a viewer of one branch', () => {
  test.use({ as: 'viewer' })

  test('sees the orders of that branch, without what only others may do', async ({ page }) => {
    await openList(page, '/orders?columns=date,branch')
    await expect(orders(page)).toHaveCount(25)
    const places = await orders(page).getByRole('cell').last().innerText()
    for (const row of await orders(page).all()) await expect(row.getByRole('cell').last()).toHaveText(places)
    await expect(page.getByRole('combobox', { name: 'Branch', exact: true })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Export/ })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'New order' })).toHaveCount(0)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the lists, filled or empty, nor on the choice of columns', async ({ page }) => {
      for (const path of ['/orders', '/customers?q=zzzzzz', '/orders?page=90000', '/customers?sort=size']) {
        await openList(page, path)
        await expectAccessible(page)
      }
      await page.getByRole('button', { name: 'Columns' }).click()
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
