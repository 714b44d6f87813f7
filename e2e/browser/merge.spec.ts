import { expectAccessible } from './axe'
import { confirmMerge, confirmUndo, expectLifetime, registerTwins } from './merge-page'
import { expect, test } from './page-test'

test.use({ as: 'manager' })

test('two registrations of one person are found, shown as they would become, merged and parted again', async ({
  page,
}) => {
  const { name, keepId, mergeId, mail } = await registerTwins(page)
  await page.goto(`/customers/${keepId}`)
  await page.getByRole('link', { name: 'Merge' }).click()
  await page.getByRole('combobox', { name: 'Customer' }).pressSequentially(`${name} Sec`)
  await page.getByRole('option', { name: `${name} Second` }).click()

  const becomes = page.getByRole('table', { name: 'What a merge would change' })
  await expect(becomes.getByRole('row', { name: /^Orders of all time/ }).getByRole('cell')).toHaveText(['1', '1', '2'])
  await expect(becomes.getByRole('row', { name: /^Revenue of all time/ }).getByRole('cell')).toHaveText([
    '1,200.00',
    '3,400.00',
    '4,600.00',
  ])
  await expect(page.getByRole('region', { name: 'What is filled in' })).toContainText(mail)
  const groups = page.getByRole('table', { name: 'Groups before and after' })
  await expect(groups.getByRole('row', { name: /^Company/ })).toContainText('becomes')
  await expectAccessible(page)

  await confirmMerge(page)
  await expect(page).toHaveURL(new RegExp(`/customers/${keepId}$`))
  await expectLifetime(page, '2', '4,600.00')
  await expect(page.getByRole('link', { name: mail })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/customers/${mergeId}`)
  await expect(page).toHaveURL(new RegExp(`/customers/${keepId}$`))
  await confirmUndo(page)
  await expectLifetime(page, '1', '1,200.00')
  await expect(page.getByRole('link', { name: mail })).toHaveCount(0)
  await page.goto(`/customers/${mergeId}`)
  await expect(page.getByRole('heading', { name: `${name} Second` })).toBeVisible()
  await expectLifetime(page, '1', '3,400.00')
})

test('the other one can be kept instead, and a merge that was overtaken is told', async ({ page, elsewhere }) => {
  const { name, keepId, mergeId } = await registerTwins(page)
  await page.goto(`/customers/${keepId}/merge?with=${mergeId}`)
  await page.getByRole('link', { name: 'Keep the other one' }).click()
  await expect(page).toHaveURL(new RegExp(`/customers/${mergeId}/merge\\?with=${keepId}$`))
  await expect(page.getByRole('row', { name: /^Name/ }).getByRole('cell').last()).toHaveText(`${name} Second`)

  const other = await elsewhere()
  await other.context().addCookies(await page.context().cookies())
  await other.goto(`/customers/${keepId}/merge?with=${mergeId}`)
  await confirmMerge(other)

  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Somebody changed one of the two meanwhile')
})

test('the customer itself, and nobody, are no one to merge with', async ({ page }) => {
  const { name, keepId } = await registerTwins(page)
  await page.goto(`/customers/${keepId}/merge`)
  await page.getByRole('combobox', { name: 'Customer' }).pressSequentially(`${name} First`)
  await page.getByRole('option', { name: `${name} First` }).click()
  await expect(page.getByText('This is the customer itself')).toBeVisible()
  await page.goto(`/customers/${keepId}/merge?with=nobody`)
  await expect(page.getByText('There is no such customer to merge with.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeVisible()
  await expectAccessible(page)
})

test('a person is erased only when the word is typed; their orders stay in the figures', async ({ page }) => {
  const { name, mergeId, mail } = await registerTwins(page)
  await page.goto(`/customers/${mergeId}`)
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase this person?' })
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog.getByText('Type the word erase to confirm.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Type erase to confirm').fill('Erase')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { name: 'Erased customer' })).toBeVisible()
  await expectLifetime(page, '1', '3,400.00')
  for (const gone of [`${name} Second`, mail]) await expect(page.getByText(gone)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Erase', exact: true })).toHaveCount(0)
  const found = await page.request.get(`/api/found-customers?${new URLSearchParams({ q: mail })}`)
  expect(await found.json()).toMatchObject({ customers: [] })
})
