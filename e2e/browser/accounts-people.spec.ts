import { openGroups } from './groups-page'
import { expect, test } from './page-test'
import { confirm, invite, join, joined, newcomer, openPerson } from './people-page'
import { fillSignIn } from './sign-in-page'

test('whoever is invited chooses a password by the link, once, and signs in with it', async ({ page, elsewhere }) => {
  const person = newcomer('Asha Mwakyusa')
  const link = await invite(page, person, 'Clerk')
  await page.goto('/people')
  await expect(page.getByRole('table', { name: 'Invitations' }).getByRole('row', { name: person.email })).toContainText(
    'Clerk',
  )

  const theirs = await elsewhere()
  await theirs.goto(link)
  await theirs.getByLabel('Password', { exact: true }).fill('too short')
  await theirs.getByRole('button', { name: 'Create my account' }).click()
  await expect(theirs.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/^Use 12 characters or more/)
  await theirs.getByLabel('Password', { exact: true }).fill('passwordpassword')
  await theirs.getByRole('button', { name: 'Create my account' }).click()
  await expect(theirs.getByText(/one of the first that would be tried/).first()).toBeVisible()
  await join(theirs, link, person)
  await expect(theirs.getByRole('link', { name: person.name })).toContainText('Clerk')

  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
  await theirs.context().clearCookies()
  await theirs.goto('/sign-in')
  await fillSignIn(theirs, person)
  await expect(theirs).toHaveURL(/\/customer-groups$/)
})

test('a changed role and changed branches hold from the next request on', async ({ page, elsewhere }) => {
  const person = newcomer('Hamisi')
  const theirs = await joined(page, await elsewhere(), person, 'Viewer')
  await openGroups(theirs)
  await expect(theirs.getByRole('button', { name: /^Export/ })).toHaveCount(0)
  expect((await theirs.request.get('/customer-groups/export')).status()).toBe(403)
  await expect(theirs.getByLabel('Branch')).toHaveText(/^All branches/)

  await openPerson(page, person)
  await page.getByRole('radio', { name: /^Manager/ }).check()
  await page.getByRole('radio', { name: /^Only some/ }).check()
  await page.getByRole('checkbox', { name: 'Arusha' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved/)).toBeVisible()

  expect((await theirs.request.get('/customer-groups/export')).status()).toBe(200)
  await openGroups(theirs)
  await expect(theirs.getByRole('button', { name: /^Export/ })).toBeVisible()
  await expect(theirs.getByText('Arusha (your branch)', { exact: true })).toBeVisible()
})

test('a disabled account is signed out and can not come back until it is enabled', async ({ page, elsewhere }) => {
  const person = newcomer('Zuberi')
  const theirs = await joined(page, await elsewhere(), person, 'Viewer')
  await openPerson(page, person)
  await confirm(page, 'Disable')
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
  await theirs.goto('/customer-groups')
  await fillSignIn(theirs, person)
  await expect(theirs.getByRole('alert').filter({ hasText: 'is not right' })).toBeVisible()
  await confirm(page, 'Enable')
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await fillSignIn(theirs, person)
  await expect(theirs).toHaveURL(/\/customer-groups$/)
})

test('a link for a new password sets one, and ends what was open', async ({ page, elsewhere }) => {
  const person = newcomer('Mariam')
  const theirs = await joined(page, await elsewhere(), person, 'Viewer')
  await openPerson(page, person)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Link').inputValue()
  const phone = await elsewhere()
  await phone.goto(link)
  await phone.getByLabel('New password', { exact: true }).fill(newcomer('any').password)
  await phone.getByRole('button', { name: 'Set the password' }).click()
  await expect(phone).toHaveURL(/\/customer-groups$/)
  await theirs.goto('/account')
  await expect(theirs).toHaveURL(/\/sign-in/)
})

test('a removed account is gone from the list', async ({ page, elsewhere }) => {
  const person = newcomer('Tatu')
  const theirs = await joined(page, await elsewhere(), person, 'Viewer')
  await openPerson(page, person)
  await confirm(page, 'Remove')
  await expect(page).toHaveURL(/\/people$/)
  await expect(page.getByText(person.email)).toHaveCount(0)
  await theirs.goto('/customer-groups')
  await expect(theirs).toHaveURL(/\/sign-in/)
})

test('a withdrawn invitation does not work', async ({ page, elsewhere }) => {
  const person = newcomer('Upendo')
  const link = await invite(page, person, 'Viewer')
  await page.goto('/people')
  await page.getByRole('button', { name: `Withdraw the invitation of ${person.name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText(person.email)).toHaveCount(0)
  const theirs = await elsewhere()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
})
