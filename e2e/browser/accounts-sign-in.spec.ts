import { expectAccessible } from './axe'
import { expect, test } from './page-test'
import { joined, newcomer } from './people-page'
import { DEMO_ACCOUNTS, fillSignIn } from './sign-in-page'

const REFUSED = /^The e-mail or the password is not right/

test.describe('nobody signed in', () => {
  test.use({ as: null })

  test('a page that was asked for is shown after signing in, with its query', async ({ page }) => {
    await page.goto('/customer-groups?period=1month&group=ngo')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await fillSignIn(page, DEMO_ACCOUNTS.manager)
    await expect(page).toHaveURL(/\/customer-groups\?period=1month&group=ngo$/)
    await expect(page.getByRole('table', { name: 'Customers of NGO' })).toBeVisible()
  })

  test('signing in never leads to another site', async ({ page, baseURL }) => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example']) {
      await page.goto('about:blank')
      await page.context().clearCookies()
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await fillSignIn(page, DEMO_ACCOUNTS.manager)
      await expect(page).toHaveURL(`${baseURL}/customer-groups`)
    }
  })

  test('a wrong password and an unknown e-mail get the same answer, and the e-mail stays', async ({ page }) => {
    await page.goto('/sign-in')
    const answers = []
    for (const email of [newcomer('nobody').email, DEMO_ACCOUNTS.viewer.email]) {
      await fillSignIn(page, { email, password: 'wrong-horse-battery' })
      await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible()
      answers.push(await page.getByRole('alert').filter({ hasText: REFUSED }).innerText())
      await expect(page.getByLabel('E-mail')).toHaveValue(email)
    }
    expect(answers[0]).toBe(answers[1])
    expect(await page.context().cookies()).toEqual([])
  })

  test('what is missing is said beside its field, which is focused', async ({ page }) => {
    await page.goto('/sign-in')
    await fillSignIn(page, { email: 'no address', password: '' })
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('This is not an e-mail address.')
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await expectAccessible(page)
  })

  test('the password is shown while that is asked for', async ({ page }) => {
    await page.goto('/sign-in')
    const password = page.getByLabel('Password', { exact: true })
    await expect(password).toHaveAttribute('type', 'password')
    await page.getByRole('button', { name: 'Show the password' }).click()
    await expect(password).toHaveAttribute('type', 'text')
  })
})

test.describe('where the connection is lost', () => {
  test.use({ as: null, requestsMayFail: true })

  test('a lost connection is told as one, and what was typed stays', async ({ page, context }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(DEMO_ACCOUNTS.viewer.email)
    await page.getByLabel('Password', { exact: true }).fill(DEMO_ACCOUNTS.viewer.password)
    await context.route('**/sign-in*', (route) => route.abort())
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be reached' })).toBeVisible()
    await context.unroute('**/sign-in*')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/customer-groups$/)
  })
})

test.describe('without JavaScript', () => {
  test.use({ as: null, javaScriptEnabled: false })

  test('a refusal is shown and signing in works', async ({ page }) => {
    await page.goto('/sign-in?next=%2Fcustomer-groups%3Fperiod%3D1month')
    await fillSignIn(page, { email: newcomer('nobody').email, password: 'wrong-horse-battery' })
    await expect(page.getByText(REFUSED)).toBeVisible()
    await fillSignIn(page, DEMO_ACCOUNTS.manager)
    await expect(page).toHaveURL(/\/customer-groups\?period=1month$/)
    await expect(page.getByRole('button', { name: 'Sign out' }).first()).toBeVisible()
  })
})

test('after five wrong passwords the right one is refused too, and the rest is told', async ({ page, elsewhere }) => {
  const person = newcomer('Neema')
  const theirs = await joined(page, await elsewhere(), person, 'Viewer')
  // The groups page would ask again without its cookie, and lead to the sign-in by itself.
  await theirs.goto('about:blank')
  await theirs.context().clearCookies()
  await theirs.goto('/sign-in')
  const alert = theirs.getByRole('alert').filter({ hasText: 'After 5 failures an account rests for 5 minutes' })
  for (const password of ['wrong-1', 'wrong-2', 'wrong-3', 'wrong-4', 'wrong-5', person.password]) {
    const answered = theirs.waitForResponse((response) => response.request().method() === 'POST')
    await fillSignIn(theirs, { ...person, password })
    await answered
    await expect(alert).toBeVisible()
  }
  await expect(theirs).toHaveURL(/\/sign-in$/)
})

test('whoever is signed in has nothing to do at the sign-in', async ({ page }) => {
  await page.goto('/sign-in?next=%2Fpeople')
  await expect(page).toHaveURL(/\/people$/)
})
