import type { Page } from '@playwright/test'

export type Credentials = { email: string; password: string }

/** The demo's accounts, as the server prints them at its start: see `webServer` in `playwright.config.ts`. */
export const DEMO_ACCOUNTS = {
  admin: { email: 'admin@demo.example', password: process.env.ADMIN_PASSWORD ?? '' },
  manager: { email: 'manager@demo.example', password: process.env.MANAGER_PASSWORD ?? '' },
  /** Registers customers and takes orders at one branch alone. */
  clerk: { email: process.env.CLERK_EMAIL ?? '', password: process.env.CLERK_PASSWORD ?? '' },
  /** Sees the orders of one branch alone. */
  viewer: { email: process.env.VIEWER_EMAIL ?? '', password: process.env.VIEWER_PASSWORD ?? '' },
} satisfies Record<string, Credentials>
export type DemoAccount = keyof typeof DEMO_ACCOUNTS

/** Fills the sign-in in and sends it. */
export async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
