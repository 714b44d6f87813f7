import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { signInFailures } from '@/db/schema/accounts'

/** Whose attempts are counted (the hash of an e-mail or an address), and how many may fail in a window. */
export type Throttled = { subject: string; mostFailures: number }

/**
 * What becomes of an attempt: it may be made, and counts as failed until it succeeds; or not before so many seconds, with
 * `isFirst` for the first one that was turned away in this window.
 */
export type Attempt = { allowed: true } | { allowed: false; retryAfterSeconds: number; isFirst: boolean }

/**
 * Counts an attempt before its password is looked at, by one atomic statement: however many come at once, no more than
 * `mostFailures` a window are let through.
 */
export async function countAttempt(
  db: Pick<Database, 'execute'>,
  { subject, mostFailures }: Throttled,
  windowMinutes: number,
): Promise<Attempt> {
  const window = sql`make_interval(mins => ${windowMinutes})`
  // One more than may fail is counted, and no more: a flood does not write forever, and its first is told apart.
  const { rows } = await db.execute<{ failures: number; retry_after: number }>(sql`
    insert into sign_in_failures as f (subject, failures, window_started_at) values (${subject}, 1, now())
    on conflict (subject) do update set
      failures = case when f.window_started_at <= now() - ${window} then 1 else least(f.failures + 1, ${mostFailures + 2}) end,
      window_started_at = case when f.window_started_at <= now() - ${window} then now() else f.window_started_at end
    returning failures,
      greatest(1, ceil(extract(epoch from window_started_at + ${window} - now())))::int as retry_after`)
  const { failures = 0, retry_after: retryAfterSeconds = 0 } = rows[0] ?? {}
  if (failures <= mostFailures) return { allowed: true }
  return { allowed: false, retryAfterSeconds, isFirst: failures === mostFailures + 1 }
}

/** What an attempt was counted by: the account, the client's address where that is known, and all accounts together. */
export type Subjects = { account: string; address: string | null; everybody: string }

/**
 * Whoever has signed in starts their account anew. Their address only gets this one attempt back: an account of one's
 * own is no way to go on guessing those of others.
 */
export async function forgiveAttempt(
  db: Pick<Database, 'delete' | 'update'>,
  { account, address, everybody }: Subjects,
): Promise<void> {
  await forgiveAccount(db, { account })
  const one = { failures: sql`greatest(${signInFailures.failures} - 1, 0)` }
  for (const subject of address ? [address, everybody] : [everybody])
    await db.update(signInFailures).set(one).where(eq(signInFailures.subject, subject))
}

/** The account alone starts anew, for somebody whose attempt, with all that it was counted by, is still to come. */
export async function forgiveAccount(
  db: Pick<Database, 'delete'>,
  { account }: Pick<Subjects, 'account'>,
): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.subject, account))
}

/** Removes what was counted in windows that are over. */
export async function removeOldFailures(db: Pick<Database, 'delete'>, windowMinutes: number): Promise<void> {
  await db
    .delete(signInFailures)
    .where(sql`${signInFailures.windowStartedAt} < now() - make_interval(mins => ${windowMinutes})`)
}
