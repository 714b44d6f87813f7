import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { type CameFrom, callerOf, shellCaller } from '@/db/access'
import type { Database } from '@/db/client'
import { hasPeople } from '@/db/queries/people'
import { oneTimeLinks } from '@/db/schema/accounts'
import { branches } from '@/db/schema/reference'
import { MAIN_BRANCH } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { freeKey, slugOf } from '@/lib/key-from-name'
import { writeAudit } from './audit'
import { type BusinessChange, changeBusiness } from './business'
import { insertPerson } from './new-person'
import { insertLink, type NewLink, takeLink } from './one-time-links'

/** Any number but those of the migrations and the sample: starts and set-ups take turns. */
const SETUP_LOCK = 7_210_455_023

/** The first administrator, and what the business is called and where it works, as far as it was asked. */
export type FirstSetup = {
  tokenHash: string
  name: string
  email: string
  passwordHash: string
  business: BusinessChange
  /** The main branch's name first. */
  branchNames?: readonly string[]
}

/** A link by which the first administrator is made, in place of any earlier one; false once somebody has an account. */
export async function makeSetupLink(db: Database, link: NewLink): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`)
    if (await hasPeople(tx)) return false
    await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.kind, 'setup'))
    await insertLink(tx, 'setup', link)
    await writeAudit(tx, shellCaller(), { action: 'link.made', detail: { kind: 'setup' } })
    return true
  })
}

/**
 * Makes the first administrator by the set-up link, and the business what they say it is. Returns their id.
 * @throws RequestError 410 `link_not_valid`, also once somebody has an account; BusinessChangeError.
 */
export async function completeSetup(db: Database, from: CameFrom, setup: FirstSetup): Promise<string> {
  const { tokenHash, name, email, passwordHash, business, branchNames } = setup
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`)
    await takeLink(tx, 'setup', tokenHash)
    if (await hasPeople(tx)) throw new RequestError(410, 'link_not_valid', 'The set-up is done: sign in.')
    const grant = { role: 'admin', allBranches: true, branchIds: [] } as const
    const id = await insertPerson(tx, { name, email, passwordHash, grant })
    const administrator = callerOf('person', { id, name, ...grant }, from)
    await changeBusiness(tx, administrator, business)
    if (branchNames) await nameBranches(tx, branchNames)
    const detail = { branches: branchNames?.length ?? 0 }
    await writeAudit(tx, administrator, { action: 'setup.completed', subject: { kind: 'user', id }, detail })
    return id
  })
}

async function nameBranches(tx: Database, [main, ...others]: readonly string[]): Promise<void> {
  if (main) await tx.update(branches).set({ name: main }).where(eq(branches.code, MAIN_BRANCH))
  const taken = new Set((await tx.select({ code: branches.code }).from(branches)).map(({ code }) => code))
  for (const [index, name] of others.entries()) {
    const code = freeKey(slugOf(name) || 'branch', (key) => taken.has(key))
    taken.add(code)
    await tx.insert(branches).values({ id: uuidv7(), code, name, position: index + 1 })
  }
}
