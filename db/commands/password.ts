import { and, eq, sql } from 'drizzle-orm'
import { assertMay, type Caller, type CameFrom } from '@/db/access'
import type { Database } from '@/db/client'
import { accounts, oneTimeLinks, sessions, users } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'
import { writeAudit } from './audit'
import { lockPerson } from './lock-person'
import { insertLink, type NewLink, takeLink } from './one-time-links'

/** A link by which a person chooses a new password; an earlier one stops working. Throws as `lockPerson`. */
export async function makeResetLink(db: Database, caller: Caller, userId: string, link: NewLink): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    await lockPerson(tx, caller, userId)
    await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.userId, userId))
    const createdBy = caller.kind === 'person' ? caller.id : null
    await insertLink(tx, 'password_reset', link, { userId, createdBy })
    const detail = { kind: 'password_reset' }
    await writeAudit(tx, caller, { action: 'link.made', subject: { kind: 'user', id: userId }, detail })
  })
}

/**
 * Sets a new password by a link; every session of the account ends.
 * @throws RequestError 410 `link_not_valid`.
 */
export async function resetPassword(
  db: Database,
  from: CameFrom,
  { tokenHash, passwordHash }: { tokenHash: string; passwordHash: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { userId } = await takeLink(tx, 'password_reset', tokenHash)
    if (!userId) throw new Error('a link for a new password has nobody that it is for')
    await setPassword(tx, userId, passwordHash)
    const subject = { kind: 'user', id: userId } as const
    await writeAudit(tx, { kind: 'person', id: userId, ...from }, { action: 'password.reset', subject })
  })
}

/** Sets the caller's new password, once the present one was checked; every session of theirs ends, this one too. */
export async function changePassword(db: Database, caller: Caller, passwordHash: string): Promise<void> {
  const { kind, id } = caller
  if (kind !== 'person' || id === null) throw new RequestError(403, 'not_allowed', 'Only a person has a password.')
  await db.transaction(async (tx) => {
    await setPassword(tx, id, passwordHash)
    await writeAudit(tx, caller, { action: 'password.changed', subject: { kind: 'user', id } })
  })
}

/**
 * Sets a password and ends every session, inside the transaction of what led to it. The lock comes first: a sign-in that is under way waits, and then finds that its password is no longer right.
 */
export async function setPassword(tx: Database, userId: string, passwordHash: string): Promise<void> {
  await tx.update(users).set({ updatedAt: sql`now()` }).where(eq(users.id, userId))
  await tx
    .update(accounts)
    .set({ password: passwordHash, updatedAt: sql`now()` })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx.delete(oneTimeLinks).where(and(eq(oneTimeLinks.userId, userId), sql`used_at is null`))
}
