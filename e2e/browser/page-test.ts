import { expect } from '@playwright/test'
import { test as base } from './signed-in-test'

type PageFixtures = {
  /** True where a test makes requests fail on purpose: the browser reports each of them. */
  requestsMayFail: boolean
  /** Whether the page is told of changes. Tests beside this one take orders, which would change its figures midway. */
  live: boolean
  /** Keeps the page's stream of changes waiting for an answer, unless `live`. */
  unansweredStream: undefined
  /** Fails the test when the page wrote an error or threw. */
  quietConsole: undefined
}

/** Playwright's `test` on a page whose console has to stay without errors. */
export const test = base.extend<PageFixtures>({
  requestsMayFail: [false, { option: true }],
  live: [false, { option: true }],
  unansweredStream: [
    async ({ page, live }, use) => {
      if (!live) await page.addInitScript(leaveStreamUnanswered)
      await use(undefined)
    },
    { auto: true },
  ],
  quietConsole: [
    async ({ page, requestsMayFail }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        const expected = requestsMayFail && message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !expected) errors.push(message.text())
      })
      await use(undefined)
      expect(errors, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

/** Runs in the page. Not by a route of Playwright's, which would turn the browser's cache off. */
function leaveStreamUnanswered(): void {
  const { fetch } = window
  window.fetch = (input, init) => (input === '/api/live' ? new Promise(() => {}) : fetch(input, init))
}

export { expect }
