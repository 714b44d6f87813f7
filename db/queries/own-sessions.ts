import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import type { OwnSession } from '@/lib/accounts/people'
import { instant } from './row-values'

const sessionRow = z.object({
  id: z.uuid(),
  createdAt: instant,
  lastSeenAt: instant,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
})

/** The caller's sessions that have not ended: the present one first, then the latest used. */
export async function listOwnSessions(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  absoluteDays: number,
): Promise<OwnSession[]> {
  if (caller.kind !== 'person') return []
  const { rows } = await db.execute(sql`
    select id, created_at as "createdAt", updated_at as "lastSeenAt", nullif(ip_address, '') as address,
      nullif(user_agent, '') as "userAgent", id = ${caller.sessionId} as "isCurrent"
    from sessions
    where user_id = ${caller.id} and expires_at > now() and created_at > now() - make_interval(days => ${absoluteDays})
    order by id = ${caller.sessionId} desc, updated_at desc, id`)
  return z.array(sessionRow).parse(rows)
}
