import { and, eq, isNull, sql } from 'drizzle-orm'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { apiKeyBranches, apiKeys } from '@/db/schema/accounts'
import type { ApiKeyRequest } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import { assertCovers, resolveGrant } from './access'
import { writeAudit } from './audit'

/**
 * Keeps a new key by its hash; returns its id.
 * @throws RequestError as `resolveGrant`.
 */
export async function createApiKey(
  db: Database,
  caller: Caller,
  { name, days, ...access }: ApiKeyRequest,
  secret: { prefix: string; keyHash: string },
): Promise<string> {
  assertMay(caller, 'administer')
  return db.transaction(async (tx) => {
    const { role, allBranches, branchIds } = await resolveGrant(tx, caller, access)
    const id = uuidv7()
    const expiresAt = days === null ? null : sql`now() + make_interval(days => ${days})`
    const createdBy = caller.kind === 'person' ? caller.id : null
    await tx.insert(apiKeys).values({ id, name, ...secret, role, allBranches, createdBy, expiresAt })
    if (branchIds.length > 0) {
      await tx.insert(apiKeyBranches).values(branchIds.map((branchId) => ({ apiKeyId: id, branchId })))
    }
    const detail = { role, allBranches, branchIds, days }
    await writeAudit(tx, caller, { action: 'key.created', subject: { kind: 'api_key', id }, detail })
    return id
  })
}

/** Ends a key at once. Throws RequestError 404 where there is no such key or it was revoked before. */
export async function revokeApiKey(db: Database, caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const [revoked] = isUuid(id)
      ? await tx
          .update(apiKeys)
          .set({ revokedAt: sql`now()` })
          .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
          .returning({ allBranches: apiKeys.allBranches })
      : []
    if (!revoked) throw new RequestError(404, 'not_found', 'There is no such key, or it was revoked before.')
    const rows = await tx
      .select({ id: apiKeyBranches.branchId })
      .from(apiKeyBranches)
      .where(eq(apiKeyBranches.apiKeyId, id))
    assertCovers(caller, { allBranches: revoked.allBranches, branchIds: rows.map((row) => row.id) })
    await writeAudit(tx, caller, { action: 'key.revoked', subject: { kind: 'api_key', id } })
  })
}
