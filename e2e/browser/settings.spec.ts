import { expectAccessible } from './axe'
import { alive, card, list, openGroups } from './groups-page'
import { expect, test } from './page-test'
import { confirm } from './people-page'
import { addBranch, addGroup, edit, keyOf, order, ownName, registerCustomers, row } from './settings-page'

test('a group that is added and renamed shows at once on the groups page', async ({ page }) => {
  const [first, second] = [ownName('Taxi'), ownName('Cabs')]
  await addGroup(page, first)
  await openGroups(page)
  await expect(card(page, first)).toBeVisible()

  await edit(page, 'Groups', first)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(second)
  await page.getByRole('checkbox', { name: 'An organisation is required' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.goto('/settings/groups')
  await expect(row(page, 'Groups', second)).toContainText('required')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customer Groups' }).click()
  await expect(card(page, second)).toBeVisible()
  await expect(card(page, first)).toHaveCount(0)
})

test('an archived group without customers leaves the groups page, and comes back', async ({ page }) => {
  const name = ownName('Fleet')
  await addGroup(page, name)
  await edit(page, 'Groups', name)
  await confirm(page, 'Archive')
  await expect(page.getByText('Archived', { exact: true })).toBeVisible()
  await openGroups(page)
  await expect(card(page, name)).toHaveCount(0)
  await edit(page, 'Groups', name)
  await confirm(page, 'Bring back')
  await expect(page.getByText('Archived', { exact: true })).toHaveCount(0)
  await openGroups(page)
  await expect(card(page, name)).toBeVisible()
})

test('a name that is taken is told beside its field', async ({ page }) => {
  await page.goto('/settings/groups/new')
  await alive(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('company')
  await page.getByRole('button', { name: 'Add the group' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveAccessibleDescription(
    /^This name is in use/,
  )
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
})

test('of two administrators with the same group open, the second is told and loses nothing', async ({
  page,
  context,
}) => {
  const name = ownName('Shared')
  await addGroup(page, name)
  await edit(page, 'Groups', name)
  const other = await context.newPage()
  await edit(other, 'Groups', name)
  await other.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} theirs`)
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText(/^Saved/)).toBeVisible()

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} mine`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else has changed this' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: `${name} theirs` })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(`${name} mine`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${name} mine` })).toBeVisible()
})

test('the order of branches changes by keyboard alone, and the focus stays', async ({ page }) => {
  const names = [ownName('First'), ownName('Second')] as const
  for (const name of names) await addBranch(page, name)
  await page.goto('/settings/branches')
  await alive(page)
  const up = page.getByRole('button', { name: `Move ${names[1]} up` })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => place(await order(page, 'Branches'), names)).toBe('second first')
  await expect(up).toBeFocused()
  const down = page.getByRole('button', { name: `Move ${names[1]} down` })
  await page.keyboard.press('Tab')
  await expect(down).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(async () => place(await order(page, 'Branches'), names)).toBe('first second')
})

function place(all: string[], [first, second]: readonly [string, string]): string {
  return all.indexOf(first) < all.indexOf(second) ? 'first second' : 'second first'
}

test('an archived branch is a filter that says so, no choice for what is new, and still in its list', async ({
  page,
}) => {
  const name = ownName('Kibaha')
  await addBranch(page, name)
  await openGroups(page)
  await expect(page.getByLabel('Branch').getByRole('option', { name })).toBeAttached()
  await edit(page, 'Branches', name)
  await confirm(page, 'Archive')
  await expect(page.getByText('Archived', { exact: true })).toBeVisible()
  await openGroups(page)
  await expect(page.getByLabel('Branch').getByRole('option', { name })).toHaveText(`${name} (archived)`)
  await page.goto('/settings/branches')
  await expect(row(page, 'Branches', name)).toContainText('Archived')
})

test('customers are moved as the preview says, those who match alone', async ({ page }) => {
  const [from, to] = [ownName('From'), ownName('Into')]
  for (const name of [from, to]) await addGroup(page, name)
  await registerCustomers(page, keyOf(from), ['Asha Mushi', 'Asha Komba', 'Baraka Lyimo'])
  await page.goto('/settings/groups/move')
  await alive(page)
  await page.getByLabel('From', { exact: true }).selectOption(keyOf(from))
  await page.getByLabel('To', { exact: true }).selectOption(keyOf(to))
  await page.getByLabel('Only those that match').fill('asha')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(page.getByRole('heading', { name: '2 customers would move' })).toBeVisible()
  const figures = (name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) })
  await expect(figures(from)).toContainText(/Customers\s*now\s*3\s*, afterwards\s*1/)
  await expect(figures(to)).toContainText(/Orders\s*now\s*0\s*, afterwards\s*2/)
  await expect(figures(to)).toContainText(/now\s*0\.00\s*, afterwards\s*20\.00/)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Move 2 customers' }).click()
  const note = page.getByText(`2 customers moved from ${from} to ${to}.`)
  await expect(note).toBeVisible()
  // Said once: neither the address that can be passed on nor a reload says it again.
  await expect(page).toHaveURL(/\/settings\/groups$/)
  await expect(note).toBeVisible()
  await expect(row(page, 'Groups', to).getByRole('cell').nth(1)).toHaveText('2')
  await page.getByRole('link', { name: 'Show the group' }).click()
  await expect(list(page, to).getByRole('row').filter({ hasText: 'Asha' })).toHaveCount(2)
  await page.goBack()
  await page.reload()
  await expect(row(page, 'Groups', to)).toBeVisible()
  await expect(note).toHaveCount(0)
})

test('a move that has become another one since is not made, and the preview is renewed', async ({ page, context }) => {
  const [from, to] = [ownName('Race'), ownName('Goal')]
  for (const name of [from, to]) await addGroup(page, name)
  await registerCustomers(page, keyOf(from), ['Zawadi Temba'])
  const link = `/settings/groups/move?from=${keyOf(from)}&to=${keyOf(to)}`
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.goto(link)
    await alive(one)
  }
  await other.getByRole('button', { name: 'Move 1 customer' }).click()
  await expect(other.getByText(/^1 customer moved from/)).toBeVisible()
  await page.getByRole('button', { name: 'Move 1 customer' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nobody was moved' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '0 customers would move' })).toBeVisible()
})

test('the name of the business is in the sidebar at once', async ({ page }) => {
  await page.goto('/settings/business')
  await alive(page)
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' })
  const before = await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()
  for (const name of [`${before} & Sons`, before]) {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(sidebar.getByText(name, { exact: true })).toBeVisible()
  }
})

test('recency bands of a group are set, say what they mean, and are given up for those of the business', async ({
  page,
}) => {
  const name = ownName('Buses')
  await addGroup(page, name)
  await page.goto('/settings/recency')
  await alive(page)
  const own = page.getByRole('table', { name: 'Recency of the groups' }).getByRole('row').filter({ hasText: name })
  await expect(own).toContainText('as the business')
  await own.getByRole('link', { name: /^Edit/ }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.getByLabel('At risk after (days)').fill('60')
  await page.getByLabel('Lapsed after (days)').fill('60')
  await page.getByRole('button', { name: 'Save' }).click()
  const lapsed = page.getByLabel('Lapsed after (days)')
  await expect(lapsed).toHaveAccessibleDescription('Lapsed comes after at risk: give more than 60 days.')
  await expect(lapsed).toBeFocused()
  await lapsed.fill('120')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await expect(page.getByText('61 to 120 days ago.')).toBeVisible()

  await page.getByRole('checkbox', { name: /^At risk by each customer/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/no longer ago than twice the usual time/)).toBeVisible()
  await page.goto('/settings/recency')
  await expect(own).toContainText(/its own.*own rhythm.*120 days/)

  await own.getByRole('link', { name: /^Edit/ }).click()
  await confirm(page, 'Judge as the business')
  await expect(page.getByText('Judged as the business is')).toBeVisible()
  await page.goto('/settings/recency')
  await expect(own).toContainText('as the business')
})

const PAGES = [
  '/settings/groups',
  '/settings/groups/new',
  '/settings/groups/personal/edit',
  '/settings/groups/move?from=personal&to=company',
  '/settings/branches',
  '/settings/branches/new',
  '/settings/branches/main/edit',
  '/settings/recency',
  '/settings/recency/personal/edit',
  '/settings/business',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the settings', async ({ page }) => {
      for (const path of PAGES) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
    })
  })
}

test.describe('a manager', () => {
  test.use({ as: 'manager' })

  test('is not let in and not offered them', async ({ page }) => {
    await page.goto('/settings/groups')
    await expect(page).toHaveURL(/\/not-allowed$/)
    await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0)
  })
})
