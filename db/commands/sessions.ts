import { and, eq, ne, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Caller, CameFrom } from '@/db/access'
import type { Database } from '@/db/client'
import { accounts, sessions, users } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'
import { writeAudit } from './audit'
import { forgiveAttempt, type Subjects } from './sign-in-throttle'

/** A session that was just begun, and the password hash that was checked for it. */
export type BegunSession = { token: string; userId: string; passwordHash: string; userAgent: string | null }

/**
 * Makes a begun session good: writes down from where it is used and that somebody signed in, and forgets the failures
 * before it. False, and the session is gone, where the account was disabled, removed or given another password meanwhile.
 */
export async function confirmSession(
  db: Database,
  from: CameFrom,
  { token, userId, passwordHash, userAgent }: BegunSession,
  counted: Subjects,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.id, userId))
      .for('share')
    const [credential] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.password, passwordHash)))
    if (!person || person.disabledAt || !credential) {
      await discardSession(tx, token)
      return false
    }
    const [session] = await tx
      .update(sessions)
      .set({ ipAddress: from.address, userAgent })
      .where(eq(sessions.token, token))
      .returning({ id: sessions.id })
    if (!session) return false
    await forgiveAttempt(tx, counted)
    const actor = { kind: 'person', id: userId, ...from } as const
    await writeAudit(tx, actor, { action: 'sign_in.succeeded', subject: { kind: 'session', id: session.id } })
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), sql`expires_at < now()`))
    return true
  })
}

/** Removes a begun session that is not to be used. */
export async function discardSession(db: Pick<Database, 'delete'>, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.token, token))
}

/** Ends the session that the caller asks by. */
export async function signOut(db: Database, caller: Caller): Promise<void> {
  const { sessionId } = caller
  if (!sessionId) return
  await db.transaction(async (tx) => {
    const [ended] = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning({ id: sessions.id })
    if (ended) await writeAudit(tx, caller, { action: 'sign_out', subject: { kind: 'session', id: sessionId } })
  })
}

/** Ends one of the caller's own sessions. Throws RequestError 404 where it has ended or is somebody else's. */
export async function endSession(db: Database, caller: Caller, sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] =
      isUuid(sessionId) && caller.kind === 'person' && caller.id
        ? await tx
            .delete(sessions)
            .where(and(eq(sessions.id, sessionId), eq(sessions.userId, caller.id)))
            .returning({ id: sessions.id })
        : []
    if (!ended) throw new RequestError(404, 'not_found', 'This session has ended already.')
    await writeAudit(tx, caller, { action: 'session.ended', subject: { kind: 'session', id: sessionId } })
  })
}

/** Ends every session of the caller but the one they ask by; returns how many. */
export async function endOtherSessions(db: Database, caller: Caller): Promise<number> {
  const { kind, id, sessionId } = caller
  if (kind !== 'person' || !id || !sessionId) return 0
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, id), ne(sessions.id, sessionId)))
      .returning({ id: sessions.id })
    const detail = { others: ended.length }
    if (ended.length > 0) await writeAudit(tx, caller, { action: 'session.ended', detail })
    return ended.length
  })
}
