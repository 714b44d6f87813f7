import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS, type DemoAccount, fillSignIn } from './sign-in-page'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const NOBODY: State = { cookies: [], origins: [] }

type SignedInFixtures = {
  /** Whom the test's page is signed in as when it begins; null for nobody. */
  as: DemoAccount | null
  /** Opens a page in a browser of somebody else's, where nobody is signed in; it closes with the test. */
  elsewhere: () => Promise<Page>
}

type SignedInWorker = {
  /** The cookies of one of the demo's accounts, which signs in once for all tests of a worker. */
  stateOf: (account: DemoAccount) => Promise<State>
}

/** Playwright's `test` with a page on which the demo's administrator is signed in, unless `as` says otherwise. */
export const test = base.extend<SignedInFixtures, SignedInWorker>({
  as: ['admin', { option: true }],
  storageState: async ({ as, stateOf }, use) => {
    await use(as === null ? NOBODY : await stateOf(as))
  },
  elsewhere: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL, storageState: NOBODY })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  stateOf: [
    async ({ browser }, use, { project }) => {
      const states = new Map<DemoAccount, Promise<State>>()
      await use((account) => {
        const state = states.get(account) ?? signIn(browser, account, project.use.baseURL)
        states.set(account, state)
        return state
      })
    },
    { scope: 'worker' },
  ],
})

async function signIn(browser: Browser, account: DemoAccount, baseURL: string | undefined): Promise<State> {
  const context = await browser.newContext({ baseURL, storageState: NOBODY })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await fillSignIn(page, DEMO_ACCOUNTS[account])
  await page.waitForURL('**/customer-groups')
  const state = await context.storageState()
  await context.close()
  return state
}
