import type { Locator, Page, Request } from '@playwright/test'
import { expect } from './page-test'

const API = '**/api/customer-groups-data*'

/** Opens the page and waits until it is alive: the theme is marked only then, and its controls only after that. */
export async function openGroups(page: Page, query = ''): Promise<void> {
  await page.goto(`/customer-groups${query}`)
  await alive(page)
  await page.waitForFunction(hasControlsOfReact)
}

/** Runs in the page. What is chosen or pressed before React has taken its part of the page over is lost. */
export function hasControlsOfReact(): boolean {
  const controls = [...document.querySelectorAll('main :is(select, button)')]
  const isOfReact = (control: Element) => Object.keys(control).some((key) => key.startsWith('__reactProps'))
  return controls.length > 0 && controls.every(isOfReact)
}

/** Resolves once the page reacts to clicks. */
export async function alive(page: Page): Promise<void> {
  await expect(page.getByRole('radio', { checked: true, includeHidden: true }).first()).toBeAttached()
}

/** The link that a group's card is. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('link', { name, exact: true })
}

/** The table of an open group. */
export function list(page: Page, name: string): Locator {
  return page.getByRole('table', { name: `Customers of ${name}` })
}

/** The panel of an open group. */
export function panel(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The customers in the table, in their order, without its header and totals. */
export function rows(page: Page, name: string): Locator {
  return list(page, name)
    .getByRole('row')
    .filter({ has: profiles(page) })
}

/** The links to the profiles of customers. */
export function profiles(page: Page): Locator {
  return page.locator('a[href^="/customers/"]')
}

/** Writes down every request of the page from now on that is of one kind. */
export function requestsOf(page: Page, wanted: (request: Request) => boolean): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (wanted(request)) seen.push(request.url())
  })
  return seen
}

/** Holds every answer for a group back until the returned function is called. */
export async function holdGroup(page: Page, group: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(API, async (route) => {
    if (new URL(route.request().url()).searchParams.get('group') === group) await released
    // A request that the page has given up meanwhile can not be continued, and need not be.
    await route.continue().catch(() => undefined)
  })
  return release
}

/** Answers every request for figures with 503 until the returned function is called. */
export async function failTheApi(page: Page): Promise<() => Promise<void>> {
  const body = { success: false, error: 'The records are busy.', code: 'unavailable', fields: [], request_id: 'r-1' }
  await page.route(API, (route) => route.fulfill({ status: 503, json: body }))
  return () => page.unroute(API)
}
