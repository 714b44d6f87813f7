import { expect } from '@playwright/test'
import { test as base } from './signed-in-test'

type PageFixtures = {
  /** True where a test makes requests fail on purpose: the browser reports each of them. */
  requestsMayFail: boolean
  /** Fails the test when the page wrote an error or threw. */
  quietConsole: undefined
}

/** Playwright's `test` on a page whose console has to stay without errors. */
export const test = base.extend<PageFixtures>({
  requestsMayFail: [false, { option: true }],
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

export { expect }
