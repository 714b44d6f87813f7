import { expectAccessible } from './axe'
import { failTheApi, list, openGroups, profiles, rows } from './groups-page'
import { expect, test } from './page-test'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, requestsMayFail: true })

    for (const [state, query] of [
      ['overview', ''],
      ['open group', '?group=company'],
      ['open band of recency', '?group_by=recency&activity=all&group=lapsed'],
      ['search without a match', '?group=company&q=zzzz'],
      ['inactive customers', '?activity=inactive&group=ngo'],
      ['empty period with rubbish', '?as_of=1990-01-01T00:00:00Z&period=x'],
    ] as const) {
      test(`axe finds nothing on the page with ${state}`, async ({ page }) => {
        await openGroups(page, query)
        await expectAccessible(page)
      })
    }

    test('axe finds nothing on a failure', async ({ page }) => {
      await openGroups(page)
      await failTheApi(page)
      await page.getByRole('link', { name: 'NGO', exact: true }).click()
      await expect(page.getByText('The records are busy.')).toBeVisible()
      await expectAccessible(page)
    })

    test('axe finds nothing on a profile and where there is none', async ({ page }) => {
      await openGroups(page, '?group=company')
      await expect(list(page, 'Company')).toBeVisible()
      await rows(page, 'Company').first().locator(profiles(page)).click()
      await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/nowhere')
      await expectAccessible(page)
    })
  })
}
