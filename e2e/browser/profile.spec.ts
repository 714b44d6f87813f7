import { randomUUID } from 'node:crypto'
import { expectAccessible } from './axe'
import { expect, test } from './page-test'
import { firstOrder, HOSTILE, openCustomer, overhang, part, registered } from './profile-page'

test('a profile says who the customer is and how to reach them', async ({ page }) => {
  const given = { phone: '0712 345 678', email: `${randomUUID()}@post.example`, address: 'Plot 7\nMoshi' }
  const { id, name } = await registered(page, { ...given, person_role: 'driver', tax_number: '123-456' })
  await openCustomer(page, `/customers/${id}`)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const contact = part(page, 'Contact')
  await expect(contact.getByRole('link', { name: '+255712345678' })).toHaveAttribute('href', 'tel:+255712345678')
  await expect(contact.getByRole('link', { name: given.email })).toHaveAttribute('href', `mailto:${given.email}`)
  for (const text of ['Moshi', '123-456 (tax number)', 'Driver']) await expect(contact).toContainText(text)
  await expect(page.getByRole('link', { name: 'New order' })).toHaveAttribute('href', `/orders/new?customer=${id}`)
  await expectAccessible(page)
})

test('a customer without orders, vehicles and notes says so', async ({ page }) => {
  const { id } = await registered(page)
  await openCustomer(page, `/customers/${id}`)
  for (const text of ['No order is recorded.', 'No vehicle is recorded.', 'There was no order in these months.'])
    await expect(page.getByText(text)).toBeVisible()
  await expectAccessible(page)
})

test('orders over time are read month by month by the keyboard, and as a table', async ({ page }) => {
  const { id } = await registered(page, { order: firstOrder({ amount: '1250' }) })
  await openCustomer(page, `/customers/${id}`)
  const chart = part(page, 'Orders over time')
  const month = chart.getByRole('slider', { name: 'Month' })
  await expect(month).toHaveAttribute('aria-valuetext', /: 1 order, TZS.1,250/)
  await month.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(month).toHaveAttribute('aria-valuetext', /: 0 orders, TZS.0/)
  await chart.getByText('As a table').click()
  const table = chart.getByRole('table', { name: 'Orders and revenue by month' })
  await expect(table.getByRole('row')).toHaveCount(25)
  await expect(table.getByRole('row').nth(1)).toContainText('1,250')
  await expectAccessible(page)
})

test('a vehicle is added, corrected, retired and brought back', async ({ page }) => {
  const { id } = await registered(page)
  await openCustomer(page, `/customers/${id}`)
  const vehicles = part(page, 'Vehicles')
  const add = async (plate: string) => {
    await vehicles.getByRole('button', { name: 'Add a vehicle' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a vehicle' })
    await dialog.getByLabel('Plate').fill(plate)
    await dialog.getByRole('button', { name: 'Add the vehicle' }).click()
    return dialog
  }
  await add('T 482 DKR')
  await expect(vehicles.getByText('T 482 DKR').first()).toBeVisible()
  const again = await add('t482dkr')
  await expect(again.getByLabel('Plate')).toHaveAccessibleDescription(/has a vehicle with this plate/)
  await expectAccessible(page)
  await again.getByRole('button', { name: 'Cancel' }).click()

  await vehicles.getByRole('button', { name: 'Edit T 482 DKR' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the vehicle' })
  await dialog.getByLabel('Make').fill('Toyota')
  await dialog.getByLabel('Year').fill('20x4')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByLabel('Year')).toHaveAccessibleDescription('Give the year, as 2019.')
  await dialog.getByLabel('Year').fill('2014')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(vehicles).toContainText('Toyota 2014')

  await vehicles.getByRole('button', { name: 'No longer theirs T 482 DKR' }).click()
  await expect(vehicles.getByText('no longer theirs', { exact: true })).toBeVisible()
  await vehicles.getByRole('button', { name: 'Bring back T 482 DKR' }).click()
  await expect(vehicles.getByText('no longer theirs', { exact: true })).toHaveCount(0)
})

test('notes stand with who wrote them, the newest first, as they were typed, and can be removed', async ({ page }) => {
  const { id } = await registered(page)
  await openCustomer(page, `/customers/${id}`)
  const notes = part(page, 'Notes')
  const items = notes.getByRole('list', { name: 'Notes' }).getByRole('listitem')
  for (const [place, text] of ['Calls back on Monday', HOSTILE].entries()) {
    await notes.getByLabel('New note').fill(text)
    await notes.getByRole('button', { name: 'Add the note' }).click()
    await expect(items).toHaveCount(place + 1)
    await expect(notes.getByLabel('New note')).toHaveValue('')
  }
  await expect(items.first()).toContainText('<img src=x onerror=alert(1)> =1+1')
  await expect(items.first()).toContainText('Demo administrator')
  await expectAccessible(page)
  await items
    .first()
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(items).toHaveCount(1)
  await expect(items).toContainText('Calls back on Monday')
})

test.describe('where an answer is lost', () => {
  test.use({ requestsMayFail: true })

  test('a note that is sent again is there once', async ({ page }) => {
    const { id } = await registered(page)
    await openCustomer(page, `/customers/${id}`)
    const notes = part(page, 'Notes')
    await page.route(`**/customers/${id}`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort()
    })
    const items = notes.getByRole('list', { name: 'Notes' }).getByRole('listitem')
    await notes.getByLabel('New note').fill('Calls back on Monday')
    await notes.getByRole('button', { name: 'Add the note' }).click()
    await expect(notes.getByRole('alert')).toContainText('it is not known whether this was saved')
    await page.unroute(`**/customers/${id}`)
    await notes.getByRole('button', { name: 'Add the note' }).click()
    await expect(notes.getByLabel('New note')).toHaveValue('')
    await expect(items).toHaveCount(1)
    await notes.getByLabel('New note').fill('Calls back on Monday')
    await notes.getByRole('button', { name: 'Add the note' }).click()
    await expect(items).toHaveCount(2)
  })
})

test('the way back leads to the list from which a profile was opened', async ({ page }) => {
  const { name } = await registered(page)
  await openCustomer(page, `/customers?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const back = page.getByRole('main').getByRole('link', { name: 'Customers', exact: true })
  await expect(back).toHaveAttribute('href', '/customers')
})

test('another group is told with the day since when', async ({ page }) => {
  const { id, name } = await registered(page)
  await openCustomer(page, `/customers/${id}`)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Edit' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'NGO' }).check()
  await page.getByLabel('Phone').fill('not a number')
  await page.getByLabel('Organisation').fill('Maji Safi')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Phone')).toHaveAccessibleDescription(/This is not a phone number/)
  await page.getByLabel('Phone').fill('0712 000 001')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(part(page, 'Contact')).toContainText(/NGO since \d+ \w+ \d+/)
  await expect(part(page, 'Contact')).toContainText(/Personal until/)
})

test('whoever edits second is told, keeps what was typed and takes the rest over', async ({ page, context }) => {
  const { id } = await registered(page, { phone: '0712 111 111' })
  const other = await context.newPage()
  for (const opened of [page, other]) await openCustomer(opened, `/customers/${id}/edit`)
  await other.getByLabel('Address').fill('Plot 9')
  await other.getByLabel('Phone').fill('0712 222 222')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(part(other, 'Contact')).toContainText('Plot 9')

  await page.getByLabel('Phone').fill('0712 333 333')
  await page.getByLabel('Tax number').fill('77')
  await page.getByRole('button', { name: 'Save' }).click()
  const told = page.getByRole('alert').filter({ hasText: 'Somebody changed this customer meanwhile' })
  await expect(told).toBeFocused()
  await expect(told.getByRole('list', { name: 'Taken over from them' })).toContainText('Address is now “Plot 9”')
  await expect(told.getByRole('list', { name: 'Changed by both' })).toContainText('Phone is now “+255712222222”')
  await expect(page.getByLabel('Address')).toHaveValue('Plot 9')
  await expect(page.getByLabel('Phone')).toHaveValue('0712 333 333')
  await expectAccessible(page)
  await told.getByRole('button', { name: 'Take theirs for Phone' }).click()
  await expect(page.getByLabel('Phone')).toHaveValue('+255712222222')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(part(page, 'Contact')).toContainText('77 (tax number)')
  await expect(part(page, 'Contact')).toContainText('+255712222222')
})

test('a hostile text is a text, in every field', async ({ page }) => {
  const vehicle = { plate: '=1+1 <b>', make: HOSTILE.slice(0, 60), model: null, year: null }
  const { id } = await registered(page, {
    full_name: HOSTILE,
    address: `${HOSTILE}\n`.repeat(5),
    vehicle,
    order: firstOrder({ description: HOSTILE.repeat(50), with_vehicle: true }),
  })
  await openCustomer(page, `/customers/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x')
  expect(await overhang(page)).toBe(0)
  await expectAccessible(page)
  await part(page, 'Orders').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Order', exact: true })).toBeVisible()
  expect(await overhang(page)).toBe(0)
  await expectAccessible(page)
})

test.describe('whoever only reads', () => {
  test.use({ as: 'viewer' })

  test('is offered nothing to change', async ({ page }) => {
    const answer = await page.request.get('/api/customer-groups-data?group=personal&activity=all')
    const { group_details } = await answer.json()
    const { id, full_name } = group_details.customers[0]
    await openCustomer(page, `/customers/${id}`)
    await expect(page.getByRole('heading', { name: full_name })).toBeVisible()
    const main = page.getByRole('main')
    await expect(main.getByRole('link', { name: /^(New order|Edit|Merge)$/ })).toHaveCount(0)
    await expect(main.getByRole('button')).toHaveCount(0)
    await page.goto(`/customers/${id}/edit`)
    await expect(page).toHaveURL(/\/not-allowed$/)
  })
})
