import { eq, sql } from 'drizzle-orm'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { sessions, userBranches, users } from '@/db/schema/accounts'
import type { Access } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import { resolveGrant } from './access'
import { writeAudit } from './audit'
import { lastAdministrator, lockPerson } from './lock-person'
import { endLinksOf } from './one-time-links'

/**
 * Gives a person another role or other branches, from their next request on; their links and those that they made end.
 * @throws RequestError 409 `last_administrator`, and as `lockPerson` and `resolveGrant`.
 */
export async function changeAccess(db: Database, caller: Caller, id: string, access: Access): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const { person, isLastAdministrator } = await lockPerson(tx, caller, id)
    const grant = await resolveGrant(tx, caller, access)
    if (isLastAdministrator && !(grant.role === 'admin' && grant.allBranches)) throw lastAdministrator()
    await tx
      .update(users)
      .set({ role: grant.role, allBranches: grant.allBranches, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await endLinksOf(tx, id)
    await tx.delete(userBranches).where(eq(userBranches.userId, id))
    if (grant.branchIds.length > 0) {
      await tx.insert(userBranches).values(grant.branchIds.map((branchId) => ({ userId: id, branchId })))
    }
    const { role, allBranches, branchIds } = person
    const detail = { before: { role, allBranches, branchIds }, after: grant }
    await writeAudit(tx, caller, { action: 'person.changed', subject: { kind: 'user', id }, detail })
  })
}

/**
 * Keeps a person from signing in; their sessions and links end at once, and the links that they made.
 * @throws RequestError 409 `last_administrator`, and as `lockPerson`.
 */
export async function disablePerson(db: Database, caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const { person, isLastAdministrator } = await lockPerson(tx, caller, id)
    if (isLastAdministrator) throw lastAdministrator()
    if (person.disabled) return
    await tx.update(users).set({ disabledAt: sql`now()`, updatedAt: sql`now()` }).where(eq(users.id, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    await endLinksOf(tx, id)
    await writeAudit(tx, caller, { action: 'person.disabled', subject: { kind: 'user', id } })
  })
}

/** Lets a disabled person sign in again, with the password they had. Throws as `lockPerson`. */
export async function enablePerson(db: Database, caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const { person } = await lockPerson(tx, caller, id)
    if (!person.disabled) return
    await tx.update(users).set({ disabledAt: null, updatedAt: sql`now()` }).where(eq(users.id, id))
    // One that was begun while the account was being disabled does not come back to life.
    await tx.delete(sessions).where(eq(sessions.userId, id))
    await writeAudit(tx, caller, { action: 'person.enabled', subject: { kind: 'user', id } })
  })
}

/**
 * Deletes an account with its sessions, its links and those that it made. What they did stays in the audit log, by their
 * id.
 * @throws RequestError 409 `last_administrator`, and as `lockPerson`.
 */
export async function removePerson(db: Database, caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const { isLastAdministrator } = await lockPerson(tx, caller, id)
    if (isLastAdministrator) throw lastAdministrator()
    await endLinksOf(tx, id)
    await tx.delete(users).where(eq(users.id, id))
    await writeAudit(tx, caller, { action: 'person.removed', subject: { kind: 'user', id } })
  })
}

/** Gives the caller another name. */
export async function changeOwnName(db: Database, caller: Caller, name: string): Promise<void> {
  if (caller.kind !== 'person' || caller.id === null)
    throw new RequestError(403, 'not_allowed', 'Only a person has a name.')
  const { id } = caller
  await db.transaction(async (tx) => {
    await tx.update(users).set({ name, updatedAt: sql`now()` }).where(eq(users.id, id))
    await writeAudit(tx, caller, { action: 'person.changed', subject: { kind: 'user', id }, detail: { field: 'name' } })
  })
}
