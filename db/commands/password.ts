import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { assertMay, type Caller, type CameFrom } from '@/db/access'
import type { Database } from '@/db/client'
import { accounts, oneTimeLinks, sessions, users } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'
import { writeAudit } from './audit'
import { lockPerson } from './lock-person'
import { insertLink, linkNotValid, type NewLink, takeLink } from './one-time-links'

/** A link by which a person chooses a new password; an earlier one stops working. Throws as `lockPerson`. */
export async function makeResetLink(db: Database, caller: Caller, userId: string, link: NewLink): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    await lockPerson(tx, caller, userId)
    await tx.delete(oneTimeLinks).where(and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt)))
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
    const userId = await lockHolder(tx, tokenHash)
    await takeLink(tx, 'password_reset', tokenHash)
    await setPassword(tx, userId, passwordHash)
    const subject = { kind: 'user', id: userId } as const
    await writeAudit(tx, { kind: 'person', id: userId, ...from }, { action: 'password.reset', subject })
  })
}

/** Locks the person whose password a link sets, before the link: whatever ends links locks in this order. */
async function lockHolder(tx: Pick<Database, 'select'>, tokenHash: string): Promise<string> {
  const link = and(eq(oneTimeLinks.kind, 'password_reset'), eq(oneTimeLinks.tokenHash, tokenHash))
  const holder = tx.select({ id: oneTimeLinks.userId }).from(oneTimeLinks).where(link)
  const [person] = await tx.select({ id: users.id }).from(users).where(inArray(users.id, holder)).for('update')
  if (!person) throw linkNotValid()
  return person.id
}

/** The hash that the present password was checked against, and that of the new one. */
export type PasswordChange = { checkedHash: string; passwordHash: string }

/**
 * Sets the caller's new password, once the present one was checked; every session of theirs ends, this one too.
 * @throws RequestError 409 `changed_meanwhile` where the password, the session or the account has ended since then.
 */
export async function changePassword(
  db: Database,
  caller: Caller,
  { checkedHash, passwordHash }: PasswordChange,
): Promise<void> {
  const { kind, id, sessionId } = caller
  if (kind !== 'person' || id === null || sessionId === null)
    throw new RequestError(403, 'not_allowed', 'Only a person has a password.')
  await db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, id)).for('update')
    const [standing] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.password, checkedHash)))
      .innerJoin(sessions, and(eq(sessions.userId, users.id), eq(sessions.id, sessionId)))
      .where(and(eq(users.id, id), isNull(users.disabledAt)))
    if (!standing) throw changedMeanwhile()
    await setPassword(tx, id, passwordHash)
    await writeAudit(tx, caller, { action: 'password.changed', subject: { kind: 'user', id } })
  })
}

function changedMeanwhile(): RequestError {
  const message = 'Your password or your account was changed meanwhile, and nothing of yours was saved. Sign in again.'
  return new RequestError(409, 'changed_meanwhile', message)
}

/**
 * Sets a password and ends every session and every link for another one, inside the transaction of what led to it. The
 * lock comes first: a sign-in that is under way waits, and then finds that its password is no longer right.
 */
export async function setPassword(tx: Database, userId: string, passwordHash: string): Promise<void> {
  await tx.update(users).set({ updatedAt: sql`now()` }).where(eq(users.id, userId))
  await tx
    .update(accounts)
    .set({ password: passwordHash, updatedAt: sql`now()` })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx.delete(oneTimeLinks).where(and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt)))
}
