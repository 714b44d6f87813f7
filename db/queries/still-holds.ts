import { sql } from 'drizzle-orm'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import type { Role } from '@/lib/roles'

type Row = { role: Role; allBranches: boolean; branchIds: string[] }

/**
 * Whether the session or key that a caller came by is still open and still means the same role and branches. Unlike a
 * request this does not put off the idle limit: an open stream is nobody at work.
 */
export async function stillHolds(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  absoluteDays: number,
): Promise<boolean> {
  if (caller.kind === 'shell') return true
  const { rows } = await db.execute<Row>(
    caller.kind === 'key' ? heldByKey(caller) : heldBySession(caller, absoluteDays),
  )
  const [held] = rows
  if (!held || held.role !== caller.role) return false
  const { branches } = caller.scope
  if (branches === 'all') return held.allBranches
  return (
    !held.allBranches &&
    held.branchIds.length === branches.length &&
    held.branchIds.every((id) => branches.includes(id))
  )
}

const heldBySession = ({ sessionId }: Caller, absoluteDays: number) => sql`
  select u.role, u.all_branches as "allBranches",
    array(select b.branch_id::text from user_branches b where b.user_id = u.id) as "branchIds"
  from sessions s join users u on u.id = s.user_id
  where s.id = ${sessionId} and u.disabled_at is null and s.expires_at > now()
    and s.created_at > now() - make_interval(days => ${absoluteDays})`

const heldByKey = ({ id }: Caller) => sql`
  select k.role, k.all_branches as "allBranches",
    array(select b.branch_id::text from api_key_branches b where b.api_key_id = k.id) as "branchIds"
  from api_keys k
  where k.id = ${id} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`
