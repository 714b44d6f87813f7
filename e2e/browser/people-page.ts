import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from './page-test'
import type { Credentials } from './sign-in-page'

/** Somebody whom a test invites: nobody else has their e-mail. */
export type Newcomer = Credentials & { name: string }

export function newcomer(name: string): Newcomer {
  return { name, email: `${randomUUID()}@people.example`, password: `test ${randomUUID()}` }
}

/** Invites somebody with all branches as an administrator does; resolves to the link that the page shows once. */
export async function invite(page: Page, { name, email }: Newcomer, role: string): Promise<string> {
  await page.goto('/people/invite')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  await page.getByRole('radio', { name: /^All branches/ }).check()
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  return page.getByLabel('Link').inputValue()
}

/** Opens an invitation's link and chooses a password. */
export async function join(page: Page, link: string, { password }: Newcomer): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page).toHaveURL(/\/customer-groups$/)
}

/** Invites somebody and has them join on a page of a browser of their own, which is returned. */
export async function joined(admin: Page, theirs: Page, person: Newcomer, role: string): Promise<Page> {
  await join(theirs, await invite(admin, person, role), person)
  return theirs
}

/** Opens the page of a person from the list of people. */
export async function openPerson(admin: Page, { email }: Newcomer): Promise<void> {
  await admin.goto('/people')
  await admin.getByRole('row').filter({ hasText: email }).getByRole('link').click()
  await expect(admin.getByRole('heading', { name: 'Role and branches' })).toBeVisible()
}

/** Presses a button that asks first, and confirms. */
export async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
}
