import { join } from 'node:path'
import { z } from 'zod'
import { shellCaller } from '@/db/access'
import { createDatabase, type Database } from '@/db/client'
import { ensurePerson } from '@/db/commands/new-person'
import { hasPeople } from '@/db/queries/people'
import { hashPassword } from '@/lib/server/auth/password-hash'
import { randomLetters } from '@/lib/server/auth/secrets'
import { SAMPLE_BRANCHES } from '@/lib/server/sample/groups'
import type { OpenDatabase } from './open-database'
import { keepPrivateFile } from './private-file'

const accountsSchema = z.array(z.object({ email: z.string(), password: z.string() }))
export type DemoAccounts = z.infer<typeof accountsSchema>

const ONE_BRANCH = SAMPLE_BRANCHES[1]

const ofOneBranch = { all_branches: false, branches: [ONE_BRANCH] } as const

/** Whom the demo has: one with every right, one who exports, and two of a single branch: at its counter, and looking on. */
const PEOPLE = [
  { name: 'Demo administrator', email: 'admin@demo.example', role: 'admin', all_branches: true, branches: [] },
  { name: 'Demo manager', email: 'manager@demo.example', role: 'manager', all_branches: true, branches: [] },
  { name: 'Demo clerk', email: `clerk.${ONE_BRANCH}@demo.example`, role: 'clerk', ...ofOneBranch },
  { name: 'Demo viewer', email: `viewer.${ONE_BRANCH}@demo.example`, role: 'viewer', ...ofOneBranch },
] as const

/**
 * The demo's accounts, made at its first start with random passwords that are kept beside its database in a file that
 * only we can read. Without that file they get new passwords.
 */
export async function ensureDemoAccounts({ pool }: OpenDatabase, dataDir: string): Promise<DemoAccounts> {
  const make = () =>
    `${JSON.stringify(
      PEOPLE.map(({ email }) => ({ email, password: newPassword() })),
      null,
      2,
    )}\n`
  const { text, isNew } = await keepPrivateFile(join(dataDir, 'accounts.json'), make)
  const accounts = accountsSchema.parse(JSON.parse(text))
  const db = createDatabase(pool)
  if (isNew || !(await hasPeople(db))) await db.transaction((tx) => makePeople(tx, accounts, isNew))
  return accounts
}

async function makePeople(tx: Database, accounts: DemoAccounts, reset: boolean): Promise<void> {
  for (const { name, email, ...access } of PEOPLE) {
    const password = accounts.find((account) => account.email === email)?.password
    if (!password) continue
    const person = { name, email, passwordHash: await hashPassword(password) }
    await ensurePerson(tx, shellCaller(), person, { ...access, branches: [...access.branches] }, reset)
  }
}

/** The lines that tell whom to sign in as. */
export function demoNotice(accounts: DemoAccounts): string {
  const width = Math.max(...accounts.map(({ email }) => email.length))
  const lines = accounts.map(({ email, password }) => `    ${email.padEnd(width)}   ${password}\n`)
  return `\n  Sign in as one of these:\n${lines.join('')}\n`
}

/** Four groups of five letters and digits: about 100 bits. */
function newPassword(): string {
  return Array.from({ length: 4 }, () => randomLetters(5)).join('-')
}
