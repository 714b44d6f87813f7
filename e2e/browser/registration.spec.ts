import { expectAccessible } from './axe'
import {
  counted,
  fillWho,
  goOn,
  holdRequests,
  keptDrafts,
  loseAnswers,
  openRegistration,
  postsTo,
  refuseAfterLost,
  registered,
  reviewSale,
  unique,
} from './entry-page'
import { expect, test } from './page-test'
import { joined, newcomer } from './people-page'

const SEND = 'Register and take the order'

test('a company with a vehicle and a back-dated service is registered in four steps', async ({ page }) => {
  const name = unique('Asha Mwakyusa')
  await openRegistration(page)
  const progress = page.getByRole('list', { name: 'Progress' })
  await expect(progress.locator('[aria-current=step]')).toHaveText('Who')
  await page.getByRole('radio', { name: 'Company', exact: true }).check()
  await page.getByLabel('Organisation').fill('Kilimo Motors Ltd')
  await page.getByLabel('Tax number').fill('100-200-300')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Address').fill('Plot 7\nArusha')
  await page.getByLabel('Home branch').selectOption('Arusha')
  await goOn(page)
  await expect(progress.locator('[aria-current=step]')).toHaveText('What they came for')
  await page.getByRole('radio', { name: /^Service/ }).check()
  await goOn(page)
  await page.getByLabel('Plate').fill(unique('T'))
  await page.getByLabel('Odometer (km)').fill('84000')
  await page.getByLabel('Amount (TZS)').fill('350000')
  await page.getByLabel('Date').fill('2026-01-15')
  await expect(page.getByText('Back-dated')).toBeVisible()
  await expect(page.getByLabel('Branch', { exact: true })).toHaveValue('arusha')
  await goOn(page)
  const order = page.getByRole('region', { name: 'Order' })
  await expect(order).toContainText('15 Jan 2026 (back-dated)')
  await expect(order).toContainText('350,000.00')
  await page.getByRole('button', { name: SEND }).click()
  await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeFocused()
  expect(await keptDrafts(page)).toEqual([])

  await page.reload()
  await expect(page.getByRole('heading', { name: 'The customer is registered' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the order' })).toHaveAttribute(
    'href',
    /^\/customers\/.+\/orders\/.+/,
  )
  await page.getByRole('link', { name: 'Open the profile' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
})

test('whoever came for nothing yet is asked for no order, and has none', async ({ page }) => {
  const name = unique('Baraka')
  await openRegistration(page)
  await fillWho(page, name)
  await page.getByRole('radio', { name: /^Nothing yet/ }).check()
  await goOn(page)
  await expect(page).toHaveURL(/step=review/)
  await expect(page.getByText('None: they came for nothing yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Without an order.')).toBeVisible()
  expect(await counted(page, name)).toEqual([{ orders: 0, revenue: 0 }])
  await page.getByRole('link', { name: 'Take an order' }).click()
  await expect(page.getByRole('region', { name: 'Customer' })).toContainText(name)
})

test('a reload in the middle keeps the step and everything that was typed', async ({ page }) => {
  const name = unique('Upendo')
  await openRegistration(page)
  await fillWho(page, name)
  await page.getByRole('radio', { name: /^Consultation/ }).check()
  await goOn(page)
  await page.getByLabel('Plate').fill('T 100 AAA')
  await page.getByLabel('Description').fill('Noise from the left\nfront wheel')
  await page.reload()
  await expect(page.getByLabel('Plate')).toHaveValue('T 100 AAA')
  await expect(page.getByLabel('Description')).toHaveValue('Noise from the left\nfront wheel')
  await page.goBack()
  await expect(page.getByRole('radio', { name: /^Consultation/ })).toBeChecked()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  expect(new URL(page.url()).search).not.toContain('Upendo')
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Drop it' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
  expect(await keptDrafts(page)).toEqual([])
})

test('a step that was not reached yet is not opened by its link', async ({ page }) => {
  await page.goto('/customers/new?step=review')
  await expect(page.getByRole('heading', { name: /Who$/ })).toBeVisible()
  await page.goto('/customers/new?step=nonsense')
  await expect(page.getByRole('heading', { name: /Who$/ })).toBeVisible()
})

test('what is wrong is told at its field, and the first of them is focused', async ({ page }) => {
  await openRegistration(page)
  await page.getByRole('radio', { name: 'Personal', exact: true }).check()
  await page.getByLabel('E-mail').fill('asha')
  await goOn(page)
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/^Say the name/)
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('This is not an e-mail address.')
  await page.getByLabel('Name', { exact: true }).fill('x'.repeat(10_000))
  await page.getByLabel('E-mail').fill('')
  await goOn(page)
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('At most 200 characters.')
  await expectAccessible(page)
})

test('a double click sends once', async ({ page }) => {
  const name = unique('Hamisi')
  const posts = postsTo(page, '/api/customers')
  await reviewSale(page, name)
  await page.getByRole('button', { name: SEND }).dblclick()
  await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
  expect(posts).toHaveLength(1)
  expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
})

test('nothing can be changed while it is sent', async ({ page }) => {
  const name = unique('Rashidi')
  await reviewSale(page, name)
  const letGo = await holdRequests(page, '**/api/customers')
  await page.getByRole('button', { name: SEND }).click()
  await expect(page.getByRole('button', { name: 'Change the order' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled()
  await expect(page.getByRole('list', { name: 'Progress' }).getByRole('button', { name: 'Who' })).toBeDisabled()
  await page.goBack()
  await expect(page.getByLabel('Amount (TZS)')).toBeDisabled()
  letGo()
  await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
})

test('an order that goes over to a customer who is known is about their vehicle', async ({ page }) => {
  await openRegistration(page)
  const known = unique('Fatuma')
  const plate = unique('T').toUpperCase()
  await registered(page, known, { plate })
  await fillWho(page, unique('Somebody else'))
  await page.getByRole('radio', { name: /^Service/ }).check()
  await goOn(page)
  await page.getByLabel('Plate').fill(plate)
  const duplicates = page.getByRole('complementary', { name: 'Possible duplicates' })
  await duplicates.getByRole('link', { name: `Use this customer ${known}` }).click()
  await expect(page.getByLabel('Vehicle', { exact: true }).locator('option:checked')).toContainText(plate)
})

test('markup, formulas and right-to-left names are shown as they were typed', async ({ page }) => {
  const name = unique('<img src=x onerror=alert(1)> =1+1 شريف')
  await reviewSale(page, name)
  await expect(page.getByRole('region', { name: 'Customer' })).toContainText(name)
  await page.getByRole('button', { name: SEND }).click()
  await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
  await expect(page.getByRole('main').locator('img')).toHaveCount(0)
})

test('somebody with the same phone is shown, can be used instead, and stands in nobody’s way', async ({ page }) => {
  await openRegistration(page)
  const known = unique('Zawadi')
  const phone = `+25571${String(Date.now()).slice(-7)}`
  await page.getByRole('radio', { name: 'Personal', exact: true }).check()
  await page.getByLabel('Name', { exact: true }).fill(known)
  await page.getByLabel('Phone').fill(phone)
  await goOn(page)
  await page.getByRole('radio', { name: /^Nothing yet/ }).check()
  await goOn(page)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('button', { name: 'Register another' }).click()

  await page.getByRole('radio', { name: 'Personal', exact: true }).check()
  await page.getByLabel('Name', { exact: true }).fill(unique('Somebody else'))
  await page.getByLabel('Phone').fill(phone)
  const duplicates = page.getByRole('complementary', { name: 'Possible duplicates' })
  await expect(duplicates).toContainText(known)
  await expect(duplicates).toContainText('Same phone')
  await expectAccessible(page)
  await goOn(page)
  await page.getByRole('radio', { name: /^Sales/ }).check()
  await goOn(page)
  await page.getByLabel('Item').fill('A battery')
  await duplicates.getByRole('link', { name: `Use this customer ${known}` }).click()
  await expect(page.getByRole('region', { name: 'Customer' })).toContainText(known)
  await expect(page.getByLabel('Item')).toHaveValue('A battery')
  await page.goto('/customers/new')
  await expect(page.getByLabel('Phone')).toHaveValue('')
})

test('what was typed is gone at sign-out, and is nobody else’s', async ({ page, elsewhere }) => {
  const theirs = await joined(page, await elsewhere(), newcomer('Juma'), 'Clerk')
  await openRegistration(theirs)
  await theirs.getByLabel('Name', { exact: true }).fill('Rehema')
  expect(await keptDrafts(theirs)).toHaveLength(1)
  await theirs.evaluate(() => sessionStorage.setItem('entry-draft:somebody-else:registration', '{}'))
  await theirs.reload()
  await expect(theirs.getByLabel('Name', { exact: true })).toHaveValue('Rehema')
  expect(await keptDrafts(theirs)).toHaveLength(1)
  await theirs.getByRole('button', { name: 'Sign out' }).click()
  await expect(theirs).toHaveURL(/\/sign-in$/)
  expect(await keptDrafts(theirs)).toEqual([])
  expect(await theirs.evaluate(() => JSON.stringify(localStorage))).not.toContain('Rehema')
})

test.describe('where requests fail', () => {
  test.use({ requestsMayFail: true })

  test('a lost answer is asked for again, and makes one customer and one order', async ({ page }) => {
    const name = unique('Neema')
    await reviewSale(page, name)
    const posts = postsTo(page, '/api/customers')
    let lost = 0
    await page.route('**/api/customers', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
    expect(posts).toHaveLength(2)
    expect(new Set(posts.map(({ key }) => key)).size).toBe(1)
    expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
  })

  test('a reload after lost answers sends the same again, and makes one customer and one order', async ({ page }) => {
    const name = unique('Salma')
    await reviewSale(page, name)
    const repair = await loseAnswers(page, '**/api/customers')
    await page.getByRole('button', { name: SEND }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'It is not known whether the registration was saved' })
    await expect(notice).toContainText('Trying again is safe')
    await expectAccessible(page)
    await page.reload()
    await repair()
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
    expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
  })

  test('a refusal after a lost answer is not taken for nothing saved, and the way back stays', async ({ page }) => {
    const name = unique('Halima')
    await reviewSale(page, name)
    const repair = await refuseAfterLost(page, '**/api/customers')
    await page.getByRole('button', { name: SEND }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'It is not known whether the registration was saved' })
    await expect(notice).toContainText('Too many requests.')
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(notice).toContainText('Too many requests.')
    await repair()
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
    expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
  })

  test('starting over after a lost answer says that it may be saved', async ({ page }) => {
    await reviewSale(page, unique('Bahati'))
    const startOver = page.getByRole('button', { name: 'Start over' })
    await startOver.click()
    await expect(page.getByRole('dialog')).toContainText('Nothing was saved.')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await loseAnswers(page, '**/api/customers')
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByText('It is not known whether the registration was saved')).toBeVisible()
    await startOver.click()
    await expect(page.getByRole('dialog')).toContainText('It may have been saved: look for the customer first.')
    await expect(page.getByRole('dialog')).not.toContainText('Nothing was saved.')
  })

  test('an order that may be saved does not go over to the customer who is found then', async ({ page }) => {
    const name = unique('Mwanaidi')
    await openRegistration(page)
    await page.getByLabel('Phone').fill(`+25571${String(Date.now()).slice(-7)}`)
    await fillWho(page, name)
    await page.getByRole('radio', { name: /^Consultation/ }).check()
    await goOn(page)
    await page.getByLabel('Amount (TZS)').fill('7')
    await page.getByLabel('Branch').selectOption('Arusha')
    await goOn(page)
    await loseAnswers(page, '**/api/customers')
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByText('It is not known whether the registration was saved')).toBeVisible()
    const duplicates = page.getByRole('complementary', { name: 'Possible duplicates' })
    await duplicates.getByRole('link', { name: `Open the profile ${name}` }).click()
    await expect(page.getByRole('heading', { name })).toBeVisible()
    expect(await keptDrafts(page)).toHaveLength(1)
  })

  test('a key that was used for something else is told in words, and another can be taken', async ({ page }) => {
    const name = unique('Khadija')
    await reviewSale(page, name)
    const posts = postsTo(page, '/api/customers')
    const body = { success: false, error: 'Send a new key.', code: 'key_reused', fields: [], request_id: 'r-1' }
    await page.route('**/api/customers', (route) => route.fulfill({ status: 422, json: body }))
    await page.getByRole('button', { name: SEND }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'This registration was saved before' })
    await expect(notice).toContainText('Look for the customer first.')
    await expectAccessible(page)
    await page.unroute('**/api/customers')
    await notice.getByRole('button', { name: 'Send as a new registration' }).click()
    await expect(page.getByRole('heading', { name: `${name} is registered` })).toBeVisible()
    expect(new Set(posts.map(({ key }) => key)).size).toBe(2)
    expect(await keptDrafts(page)).toEqual([])
  })

  test('what is changed after a lost answer makes no second customer, and that is told', async ({ page }) => {
    const name = unique('Tatu')
    await reviewSale(page, name)
    const repair = await loseAnswers(page, '**/api/customers')
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByText('It is not known whether the registration was saved')).toBeVisible()
    await repair()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByLabel('Amount (TZS)').fill('99')
    await goOn(page)
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByText('It was saved as it stood then')).toBeVisible()
    expect(await counted(page, name)).toEqual([{ orders: 1, revenue: 1250.5 }])
  })

  test('what the server refuses is told at its field, in the step that holds it', async ({ page }) => {
    await openRegistration(page)
    await page.getByLabel('Phone').fill('12')
    await fillWho(page, unique('Zuberi'))
    await page.getByRole('radio', { name: /^Nothing yet/ }).check()
    await goOn(page)
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByLabel('Phone')).toBeFocused()
    await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
    await expect(page).toHaveURL(/step=who|\/customers\/new$/)
  })

  test('a server that is busy is asked again, and says so in the end', async ({ page }) => {
    await reviewSale(page, unique('Mariam'))
    const body = { success: false, error: 'The records are busy.', code: 'unavailable', fields: [], request_id: 'r-1' }
    await page.route('**/api/customers', (route) => route.fulfill({ status: 503, json: body }))
    await page.getByRole('button', { name: SEND }).click()
    await expect(page.getByText('No answer yet. Asking again …')).toBeVisible()
    const notice = page.getByRole('alert').filter({ hasText: 'It is not known whether' })
    await expect(notice).toContainText('The records are busy.')
    await page.unroute('**/api/customers')
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: /is registered$/ })).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on any step', async ({ page }) => {
      await openRegistration(page)
      await expectAccessible(page)
      await goOn(page)
      await expectAccessible(page)
      await fillWho(page, unique('Asha'))
      await expectAccessible(page)
      await page.getByRole('radio', { name: /^Sales/ }).check()
      await goOn(page)
      await page.getByLabel('Plate').fill('T 1 AAA')
      await goOn(page)
      await expect(page.getByLabel('Item')).toBeFocused()
      await expectAccessible(page)
      await page.getByLabel('Plate').fill('')
      await page.getByLabel('Item').fill('Oil')
      await page.getByLabel('Amount (TZS)').fill('10')
      await page.getByLabel('Branch').selectOption('Arusha')
      await goOn(page)
      await expect(page.getByRole('heading', { name: /Review$/ })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: SEND }).click()
      await expect(page.getByRole('heading', { name: /is registered$/ })).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test('somebody who is registered is offered by the order page', async ({ page }) => {
  await openRegistration(page)
  const name = unique('Upendo')
  await registered(page, name)
  await page.goto('/orders/new')
  await page.getByRole('combobox', { name: 'Customer' }).fill(name)
  await expect(page.getByRole('option', { name })).toBeVisible()
})
