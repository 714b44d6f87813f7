import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { openGroups, panel } from './groups-page'
import { expect, test } from './page-test'

const AT = 'as_of=2026-06-30T12:00:00Z'

const views = (page: Page) => page.getByRole('dialog', { name: 'Saved views' })
const clipboard = (page: Page, type = 'text/plain') =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read()
    return (await item?.getType(wanted))?.text()
  }, type)

test.describe('what is copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a link holds the moment of the figures, and the table what is shown as true numbers', async ({ page }) => {
    await openGroups(page, `?${AT}&group=company&period=1year`)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByText(/^Copied: a link to these figures as of/)).toBeAttached()
    const link = new URL((await clipboard(page)) ?? '')
    expect(Object.fromEntries(link.searchParams)).toEqual({
      period: '1year',
      group: 'company',
      as_of: '2026-06-30T12:00:00.000Z',
    })
    await page.getByRole('button', { name: 'Copy table' }).click()
    await expect(page.getByText(/^Copied: 25 customers of this page/)).toBeAttached()
    const rows = ((await clipboard(page)) ?? '').split('\n').map((row) => row.split('\t'))
    expect(rows).toHaveLength(26)
    expect(rows[0]?.slice(0, 3)).toEqual(['Customer', 'Registered', 'Orders'])
    for (const row of rows.slice(1)) expect(row[2]).toMatch(/^\d+$/)
    expect(await clipboard(page, 'text/html')).toContain('<td')
  })
})

test('where a page may not copy, the link is shown and selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await openGroups(page, `?${AT}`)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByLabel('The text to copy')).toBeFocused()
  const selected = await page.getByLabel('The text to copy').evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return ''
    return field.value.slice(field.selectionStart, field.selectionEnd)
  })
  expect(new URL(selected).searchParams.get('as_of')).toBe('2026-06-30T12:00:00.000Z')
})

test('a view is saved under a name, opened from anywhere, and removed', async ({ page }) => {
  await openGroups(page, `?${AT}&period=1year&group_by=branch`)
  await page.getByRole('button', { name: 'Saved views' }).click()
  await views(page).getByLabel('Save what is shown as').fill('Branches, a year')
  await views(page).getByRole('button', { name: 'Save this view' }).click()
  await expect(views(page).getByText('shown now')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByLabel('Period').selectOption('1month')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await views(page).getByLabel('Save what is shown as').fill('branches, A YEAR')
  await views(page).getByRole('button', { name: 'Save this view' }).click()
  await expect(views(page).getByText('There is a view “branches, A YEAR” already.')).toBeVisible()
  await views(page).getByRole('link', { name: 'Branches, a year' }).click()
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await expect(page).not.toHaveURL(/as_of/)
  await page.getByRole('button', { name: 'Saved views' }).click()
  await views(page).getByRole('button', { name: 'Remove: Branches, a year' }).click()
  await expect(views(page).getByText(/^None yet/)).toBeVisible()
})

test('the page opens with what was chosen last, a link holds whatever that was, and the usual view is back', async ({
  page,
}) => {
  await openGroups(page)
  await page.getByLabel('Period').selectOption('1year')
  await expect(page).toHaveURL(/period=1year/)
  await page.goto('/customers')
  await page.goto('/customer-groups')
  await expect(page).toHaveURL(/\?period=1year$/)
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await openGroups(page, '?period=1month')
  await expect(page.getByLabel('Period')).toHaveValue('1month')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await views(page).getByRole('link', { name: 'Show the usual view' }).click()
  await expect(page.getByLabel('Period')).toHaveValue('6months')
  await page.goto('/customer-groups')
  await expect(page.getByLabel('Period')).toHaveValue('6months')
  await expect(page).toHaveURL(/customer-groups$/)
})

test('keys lead about, do nothing while something is typed, and can be switched off', async ({ page }) => {
  await openGroups(page, `?${AT}&group=company`)
  await expect(panel(page, 'Company')).toBeVisible()
  // The list may still be on its way to being alive when the page already is.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('searchbox').clear()
  await page.keyboard.type('g?')
  await expect(page.getByRole('searchbox')).toHaveValue('g?')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press(']')
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('New order')).toBeVisible()
  await expectAccessible(page)
  await sheet.getByLabel('Use these keys').uncheck()
  await page.keyboard.press('Escape')
  await expect(panel(page, 'Company')).toBeVisible()
  await page.keyboard.press('[')
  await page.keyboard.press('?')
  await expect(sheet).toBeHidden()
  await expect(page.getByLabel('Period')).toHaveValue('1year')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await sheet.getByLabel('Use these keys').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/\/orders$/)
})
