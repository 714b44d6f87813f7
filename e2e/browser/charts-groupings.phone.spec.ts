import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { AS_OF, expectCards, groupsAnswer, legendOf, monthBefore, overTime, seriesAnswer, written } from './figures'
import { card, list, openGroups, panel } from './groups-page'
import { expect, test } from './page-test'
import { overhang } from './profile-page'

const DAYS = `${AS_OF}&compare=none`

const slider = (page: Page) => overTime(page).getByRole('slider', { name: 'Month' })

test('a part of the chart is read by touch, and stays when the finger is lifted', async ({ page }) => {
  const { groups } = await seriesAnswer(page, `${DAYS}&bucket=month`)
  await openGroups(page, `${DAYS}&bucket=month&measure=orders`)
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^${monthBefore(0)}, partial: 1 – 20 ${monthBefore(0)}: `),
  )
  // The reader lies over the plot and lets the finger through to it.
  await slider(page).tap({ position: { x: 2, y: 40 }, force: true })
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^${monthBefore(6)}, partial: 21 – `))
  const personal = overTime(page).getByRole('button', { name: 'Personal', exact: true })
  await expect(legendOf(page, 'Personal')).toHaveText(
    new RegExp(`${written(groups.personal?.total_orders[0] ?? Number.NaN)}$`),
  )
  await personal.tap()
  await expect(personal).toHaveAttribute('aria-pressed', 'false')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^${monthBefore(6)}(?!.*Personal)`))
  expect(await overhang(page)).toBe(0)
})

test('every measure and its table fit, and the table scrolls in its own box', async ({ page }) => {
  await openGroups(page, DAYS)
  await overTime(page).getByText('As a table').tap()
  for (const measure of ['Orders', 'Active customers', 'New and returning', 'Order types', 'Revenue']) {
    await overTime(page).getByLabel('Figure').selectOption(measure)
    await expect(overTime(page).getByRole('table', { name: / by week$/ })).toBeVisible()
    expect(await overhang(page), measure).toBe(0)
  }
  for (const control of await overTime(page).getByRole('button').or(overTime(page).getByRole('combobox')).all())
    expect((await control.boundingBox())?.height, await control.innerText()).toBeGreaterThanOrEqual(40)
})

test('each grouping fits and is opened by touch', async ({ page }) => {
  await openGroups(page, DAYS)
  for (const [label, query, name] of [
    ['Recency', '&group_by=recency&activity=all', 'At risk'],
    ['RFM segment', '&group_by=rfm', 'Hibernating'],
    ['Branch', '&group_by=branch', 'Arusha'],
    ['New and returning', '&group_by=visit', 'Returning'],
  ] as const) {
    await page.getByLabel('Group by').selectOption(label)
    await expectCards(page, await groupsAnswer(page, `${DAYS}${query}`))
    expect(await overhang(page), label).toBe(0)
    await card(page, name).tap()
    await expect(list(page, name)).toBeVisible()
    await expect(panel(page, name)).toBeInViewport()
    expect(await overhang(page), name).toBe(0)
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on an open band of recency and on the table over time', async ({ page }) => {
      await openGroups(page, `${DAYS}&group_by=recency&activity=all&group=lapsed`)
      await expect(list(page, 'Lapsed')).toBeVisible()
      await overTime(page).getByText('As a table').tap()
      await expect(overTime(page).getByRole('table')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
