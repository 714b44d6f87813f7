import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { expectAccessible } from './axe'
import { alive } from './groups-page'
import { expect, test } from './page-test'
import { ownName } from './settings-page'

test.use({ as: 'manager' })

type Sent = { name: string; mimeType: string; buffer: Buffer }
const csv = (name: string, text: string): Sent => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function send(page: Page, files: Sent[]): Promise<void> {
  await page.goto('/import')
  await alive(page)
  await page.getByLabel('Choose one or two files').setInputFiles(files)
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
}

const box = (page: Page, file: string) => page.getByRole('group', { name: `How ${file} is read` })
const counts = (page: Page, kind: string) => page.getByRole('row', { name: new RegExp(`^${kind} `) })

test('two files with columns of their own: adjusted, previewed, corrected and applied, with a history', async ({
  page,
}) => {
  const own = ownName('X')
  const customers = csv('kunden.csv', `Kundennr;Name;Telefon\n${own}1;Asha Mushi;0700 111\n${own}2;Juma Ally;\n`)
  const orders = (amount: string) =>
    csv(
      'jobs.csv',
      `Job no;Kundennr;Day;Net;Note\n${own}A;${own}1;03/04/2026;10,50;x\n${own}B;${own}9;03/05/2026;${amount};\n`,
    )

  await send(page, [customers, orders('=1+1')])
  await expectAccessible(page)
  await expect(box(page, 'kunden.csv').getByRole('combobox', { name: 'Name' })).toHaveValue('Name')
  const read = box(page, 'jobs.csv')
  await read.getByRole('combobox', { name: 'Date', exact: true }).selectOption('Day')
  await read.getByRole('combobox', { name: 'Amount' }).selectOption('Net')
  await read.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'All are: Service' })
  await read.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'All are: Completed' })
  const preview = page.getByRole('button', { name: 'Preview the import' })
  await expect(preview).toBeDisabled()
  await expect(read.getByRole('combobox', { name: 'Dates' })).toHaveAccessibleDescription(/can not be told apart/)
  await read.getByRole('combobox', { name: 'Dates' }).selectOption('dmy')
  await preview.click()

  await expect(page.getByRole('heading', { name: '1 thing is wrong: nothing can be imported yet' })).toBeVisible()
  const wrong = page.getByRole('table', { name: 'Wrong rows' })
  await expect(wrong.getByRole('row').nth(1)).toContainText('=1+1')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Download all wrong rows').click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain(`orders,3,amount,'=1+1,bad amount`)
  await page.reload()
  await expect(wrong).toBeVisible()
  await page.getByRole('button', { name: 'Cancel this import' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible()

  await send(page, [
    customers,
    { ...orders('7'), buffer: Buffer.from(orders('7').buffer.toString().replace(`${own}9`, `${own}2`)) },
  ])
  await expect(page.getByText('Read like the last file with these columns.').first()).toBeVisible()
  await preview.click()
  await expect(counts(page, 'Customers')).toHaveText(/2\s*2\s*0\s*0$/)
  await expect(counts(page, 'Orders')).toHaveText(/2\s*2\s*0\s*0$/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply the import' }).click()
  await expect(page.getByRole('heading', { name: 'Applied' })).toBeVisible()

  await page.getByRole('link', { name: 'All imports' }).click()
  const past = page.getByRole('table', { name: 'Imports' }).getByRole('row').filter({ hasText: 'kunden.csv, jobs.csv' })
  await expect(past.first()).toContainText('2 customers and 2 orders new')
  await expect(past.nth(1)).toContainText('Cancelled')
})

test('files that are picked before the page has come alive are taken when it has', async ({ page }) => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/_next/static/chunks/*.js*', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto('/import', { waitUntil: 'commit' })
  await page
    .getByLabel('Choose one or two files')
    .setInputFiles([csv('early.csv', 'Customer No,Name\nE1,Asha Mushi\n')])
  arrive()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('early.csv')
  await page.getByRole('button', { name: 'Cancel this import' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible()
})

test.describe('where a request is refused on purpose', () => {
  test.use({ requestsMayFail: true })

  test('a workbook is read by its sheet, and a file that is no table is refused', async ({ page }) => {
    await page.goto('/import')
    await alive(page)
    await page.getByLabel('Choose one or two files').setInputFiles([csv('page.csv', '<!doctype html><table>')])
    await expect(page.getByRole('alert').filter({ hasText: 'is a web page or XML, and no table' })).toBeVisible()

    const rows = [
      ['Customer No', 'Name', 'Registered'],
      [`${ownName('W')}1`, 'Neema Lyimo', new Date('2026-03-31T00:00:00Z')],
    ]
    const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: 'Members', rows }] }))
    await send(page, [{ name: 'list.xlsx', mimeType: 'application/octet-stream', buffer }])
    await expect(box(page, 'list.xlsx').getByRole('combobox', { name: 'Sheet' })).toHaveValue('Members')
    await expect(box(page, 'list.xlsx').getByRole('cell', { name: '2026-03-31' })).toBeVisible()
    await page.getByRole('button', { name: 'Preview the import' }).click()
    await page.getByRole('button', { name: 'Apply the import' }).click()
    await expect(page.getByRole('heading', { name: 'Applied' })).toBeVisible()
  })
})
