import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { card, list, openGroups } from './groups-page'
import { expect, test } from './page-test'

test('the export of a group has every customer of its card and adds up to it', async ({ page }) => {
  await openGroups(page, '?period=1year')
  await card(page, 'Personal').click()
  const totals = list(page, 'Personal').getByRole('row', { name: /^Total/ })
  const cells = await totals.getByRole('cell').allInnerTexts()
  const heading = await totals.getByRole('rowheader').innerText()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV of Personal' }).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  const customers: Record<string, string>[] = parse(text, { columns: true, bom: true })
  const sum = (name: string) => customers.reduce((total, customer) => total + Number(customer[name]), 0)
  expect(heading).toContain(`${customers.length} customers`)
  expect(sum('total_orders').toLocaleString('en-GB')).toBe(cells[1])
  expect(sum('revenue').toLocaleString('en-GB', { minimumFractionDigits: 2 })).toBe(cells[6])
})
