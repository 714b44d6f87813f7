import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import type { ApiKey } from '@/lib/accounts/people'
import { instant } from './row-values'
import { branchesOf, coveredBy, instantOrNull, shownAccess } from './shown-access'

const keyRow = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  ...shownAccess,
  createdAt: instant,
  expiresAt: instantOrNull,
  revokedAt: instantOrNull,
  lastUsedAt: instantOrNull,
})

/**
 * Every key there was whose branches the caller's cover, those that work first.
 * @throws RequestError 403 for a caller who may not administer.
 */
export async function listApiKeys(db: Pick<Database, 'execute'>, caller: Caller): Promise<ApiKey[]> {
  assertMay(caller, 'administer')
  const its = sql`(select kb.branch_id from api_key_branches kb where kb.api_key_id = k.id)`
  const { rows } = await db.execute(sql`
    select k.id, k.name, k.prefix, k.role, k.all_branches as "allBranches", ${branchesOf(its)} as branches,
      k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
      k.last_used_at as "lastUsedAt"
    from api_keys k
    where ${coveredBy(caller.scope, sql`k.all_branches`, its)}
    order by k.revoked_at is not null or coalesce(k.expires_at <= now(), false), k.created_at desc, k.id`)
  return z.array(keyRow).parse(rows)
}
