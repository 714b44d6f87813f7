import { alive, card, openGroups } from './groups-page'
import { expect, test } from './page-test'
import { addGroup, keyOf, ownName, registerCustomers } from './settings-page'

test('orders of moved customers count by the type of today, or by that at the time, and the page says how many', async ({
  page,
}) => {
  const [from, to] = [ownName('Before'), ownName('Today')]
  for (const name of [from, to]) await addGroup(page, name)
  await registerCustomers(page, keyOf(from), ['Neema Mollel', 'Juma Kweka'])
  await page.goto(`/settings/groups/move?from=${keyOf(from)}&to=${keyOf(to)}`)
  await alive(page)
  await page.getByRole('button', { name: 'Move 2 customers' }).click()
  await expect(page.getByText(`2 customers moved from ${from} to ${to}.`)).toBeVisible()

  const ordersOf = (name: string) =>
    page
      .getByRole('article')
      .filter({ has: card(page, name) })
      .getByRole('definition')
      .first()
  await openGroups(page, '?period=1month&compare=none')
  await expect(ordersOf(from)).toHaveText('0')
  await expect(ordersOf(to)).toHaveText('2')
  const byToday = page.getByText(/^Orders count under the type that the customer has today: /)
  await expect(byToday).toContainText(/[\d,]+ orders of [\d,]+ customers had another one at the time\./)

  const asked = page.waitForResponse((response) => response.url().includes('group_at=order'))
  await page.getByRole('button', { name: 'Count by the type at the time' }).click()
  const { moved } = await (await asked).json()
  expect(moved.orders).toBeGreaterThanOrEqual(2)
  const byThen = page.getByText(/^Orders count under the type that the customer had at the time: /)
  await expect(byThen).toContainText(
    `: ${moved.orders} orders of ${moved.customers} customers would count under another`,
  )
  await expect(ordersOf(from)).toHaveText('2')
  await expect(ordersOf(to)).toHaveText('0')
  await expect(page).toHaveURL(/group_at=order/)

  await page.getByRole('button', { name: 'Count by the type of today' }).click()
  await expect(byToday).toBeVisible()
  await expect(page).not.toHaveURL(/group_at/)
  await expect(ordersOf(to)).toHaveText('2')
})
