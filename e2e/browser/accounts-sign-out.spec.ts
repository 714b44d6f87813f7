import { openGroups } from './groups-page'
import { expect, test } from './page-test'
import { joined, newcomer } from './people-page'
import { fillSignIn } from './sign-in-page'

test('Back after signing out shows nothing', async ({ page, elsewhere }) => {
  const theirs = await joined(page, await elsewhere(), newcomer('Juma'), 'Viewer')
  await openGroups(theirs, '?group=company')
  await theirs.getByRole('table', { name: 'Customers of Company' }).getByRole('link').first().click()
  await expect(theirs.getByRole('heading', { name: 'Contact' })).toBeVisible()
  await theirs.getByRole('button', { name: 'Sign out' }).click()
  await expect(theirs).toHaveURL(/\/sign-in$/)
  expect(await theirs.context().cookies()).toEqual([])
  for (let steps = 0; steps < 3; steps += 1) {
    await theirs.goBack()
    await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(theirs.getByRole('table')).toHaveCount(0)
    await expect(theirs.getByRole('heading', { name: 'Contact' })).toHaveCount(0)
  }
})

test('a session that was ended elsewhere shows nothing from its next click on, nor by Back', async ({
  page,
  elsewhere,
}) => {
  const person = newcomer('Rehema')
  const here = await joined(page, await elsewhere(), person, 'Viewer')
  const there = await elsewhere()
  await there.goto('/sign-in')
  await fillSignIn(there, person)
  await expect(there).toHaveURL(/\/customer-groups$/)
  await openGroups(there)

  await here.goto('/account')
  await expect(here.getByText('This one')).toBeVisible()
  await here.getByRole('button', { name: /^End the session of/ }).click()
  await here.getByRole('dialog').getByRole('button', { name: 'End' }).click()
  await expect(here.getByRole('button', { name: /^End the session of/ })).toHaveCount(0)

  await there.getByRole('link', { name: 'Company', exact: true }).click()
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await there.goBack()
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await openGroups(here)
  await expect(here.getByRole('link', { name: 'Company', exact: true })).toBeVisible()
})

test('changing the password keeps this session and ends the others', async ({ page, elsewhere }) => {
  const person = newcomer('Salma')
  const here = await joined(page, await elsewhere(), person, 'Viewer')
  const there = await elsewhere()
  await there.goto('/sign-in')
  await fillSignIn(there, person)
  await expect(there).toHaveURL(/\/customer-groups$/)

  await here.goto('/account')
  const next = newcomer('any').password
  await here.getByLabel('Present password', { exact: true }).fill('not the present one')
  await here.getByLabel('New password', { exact: true }).fill(next)
  await here.getByRole('button', { name: 'Change the password' }).click()
  await expect(here.getByLabel('Present password', { exact: true })).toHaveAccessibleDescription(
    'This is not your present password.',
  )
  await here.getByLabel('Present password', { exact: true }).fill(person.password)
  await here.getByRole('button', { name: 'Change the password' }).click()
  await expect(here.getByText('Changed. Your other sessions have ended.')).toBeVisible()
  await expect(here.getByLabel('New password', { exact: true })).toHaveValue('')

  await there.goto('/account')
  await expect(there).toHaveURL(/\/sign-in\?next=%2Faccount$/)
  await fillSignIn(there, { ...person, password: next })
  await expect(there).toHaveURL(/\/account$/)
})
