import { sql } from 'drizzle-orm'
import type { Holder } from '@/db/access'
import type { Database } from '@/db/client'
import type { Role } from '@/lib/roles'

/** Whom a session or key belongs to, and what it may see. */
export type FoundHolder = Holder & { id: string; name: string; role: Role }
export type SessionLimits = { idleHours: number; absoluteDays: number; touchMinutes: number }

type Row = { id: string; name: string; role: Role; allBranches: boolean; branchIds: string[] }

/**
 * The person of a session that has not ended, by one statement that also puts off the idle limit. Null where there is no
 * such session, one of its limits has passed or the account is disabled. A session in use is written at most once in
 * `touchMinutes`, and never beyond its absolute limit.
 */
export async function findSessionHolder(
  db: Pick<Database, 'execute'>,
  token: string,
  limits: SessionLimits,
): Promise<(FoundHolder & { sessionId: string }) | null> {
  const { rows } = await db.execute<Row & { sessionId: string }>(sql`
    with held as (
      select s.id as session_id, s.updated_at, u.id, u.name, u.role, u.all_branches
      from sessions s join users u on u.id = s.user_id
      where s.token = ${token} and u.disabled_at is null and s.expires_at > now()
        and s.created_at > now() - make_interval(days => ${limits.absoluteDays})
    ), touched as (
      update sessions s set updated_at = now(), expires_at = least(
        now() + make_interval(hours => ${limits.idleHours}),
        s.created_at + make_interval(days => ${limits.absoluteDays}))
      from held
      where s.id = held.session_id and held.updated_at < now() - make_interval(mins => ${limits.touchMinutes})
    )
    select held.session_id as "sessionId", held.id, held.name, held.role, held.all_branches as "allBranches",
      array(select b.branch_id::text from user_branches b where b.user_id = held.id) as "branchIds"
    from held`)
  return rows[0] ?? null
}

/** The key with this hash, or null where there is none or it has expired or was revoked; notes its use by the hour. */
export async function findKeyHolder(db: Pick<Database, 'execute'>, keyHash: string): Promise<FoundHolder | null> {
  const { rows } = await db.execute<Row>(sql`
    with held as (
      select id, name, role, all_branches, last_used_at from api_keys
      where key_hash = ${keyHash} and revoked_at is null and (expires_at is null or expires_at > now())
    ), touched as (
      update api_keys k set last_used_at = now() from held
      where k.id = held.id and (held.last_used_at is null or held.last_used_at < now() - interval '1 hour')
    )
    select held.id, held.name, held.role, held.all_branches as "allBranches",
      array(select b.branch_id::text from api_key_branches b where b.api_key_id = held.id) as "branchIds"
    from held`)
  return rows[0] ?? null
}
