import { expect, test } from './page-test'
import { overhang } from './profile-page'
import { addGroup, edit, ownName } from './settings-page'

test.use({ viewport: { width: 360, height: 740 } })

test('nothing of the settings scrolls sideways, and every target is large enough', async ({ page }) => {
  const paths = [
    'groups',
    'groups/new',
    'groups/move?from=personal&to=company',
    'branches',
    'recency',
    'recency/personal/edit',
    'business',
  ]
  for (const path of paths) {
    await page.goto(`/settings/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await overhang(page), path).toBe(0)
    for (const button of await page.getByRole('main').getByRole('button').all()) {
      expect((await button.boundingBox())?.height, path).toBeGreaterThanOrEqual(40)
    }
  }
})

test('a group is added and renamed on a phone', async ({ page }) => {
  const name = ownName('Boda')
  await addGroup(page, name, 'Brown')
  await edit(page, 'Groups', name)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} 2`)
  await page.getByRole('button', { name: 'Save' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: `${name} 2` })).toBeVisible()
})
