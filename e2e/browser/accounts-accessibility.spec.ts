import { expectAccessible } from './axe'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

const PAGES = ['/people', '/people/invite', '/account', '/keys', '/keys/new', '/audit', '/not-allowed']
const OPEN_PAGES = ['/sign-in', '/setup?token=none', '/join?token=none', '/reset?token=none']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const path of PAGES) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      })
    }

    test('axe finds nothing on a person, nor on what asks before it takes something away', async ({ page }) => {
      await page.goto('/people')
      await page.getByRole('table').getByRole('link').first().click()
      await expect(page.getByRole('heading', { name: 'Role and branches' })).toBeVisible()
      await page.getByRole('radio', { name: /^Only some/ }).check()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Disable' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })
  })

  test.describe(`${colorScheme}, nobody signed in`, () => {
    test.use({ colorScheme, as: null })

    for (const path of OPEN_PAGES) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path)
        await expectAccessible(page)
      })
    }
  })
}

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('nothing scrolls sideways on the pages of people, keys and the account', async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path)
      expect(await overhang(page), path).toBe(0)
    }
  })
})
