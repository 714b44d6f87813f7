import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { idempotencyKeys } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'

/** What makes a request one: the key that its sender chose, and the hash of what is asked under it. */
export type Once = { key: string; requestHash: string }

/** Ids alone: what was done is read again by them. */
export type OnceAnswer = Record<string, string | number | null>

type Handle = Pick<Database, 'execute' | 'select' | 'update'>

/**
 * Does the work of a request once for each caller and key, in the transaction of which it is part: the key is kept if and
 * only if what was done is. The same request again, later or at the same moment, gets the answer of the first.
 * @throws RequestError 422 `key_reused` for another request under the key, 403 for a caller without an id.
 */
export async function onceFor<S extends z.ZodType<OnceAnswer>>(
  tx: Handle,
  caller: Caller,
  once: Once,
  answerSchema: S,
  work: () => Promise<z.output<S>>,
): Promise<z.output<S>> {
  if (caller.id === null) throw new RequestError(403, 'not_allowed', 'Only a person or a key can ask for this.')
  const mine = and(eq(idempotencyKeys.actorId, caller.id), eq(idempotencyKeys.key, once.key))
  if (await takeKey(tx, caller.id, once)) {
    const answer = await work()
    await tx.update(idempotencyKeys).set({ answer }).where(mine)
    return answer
  }
  const [kept] = await tx.select().from(idempotencyKeys).where(mine)
  // An old key went just now, as it does after some days: it is free again.
  if (!kept) return onceFor(tx, caller, once, answerSchema, work)
  if (kept.requestHash !== once.requestHash) {
    throw new RequestError(422, 'key_reused', 'This Idempotency-Key was sent with another request. Send a new key.')
  }
  return answerSchema.parse(kept.answer)
}

/**
 * Whether the key is new. Where another transaction has just taken it, this waits until that one ends. A few of those that
 * are older than 7 days go with each new one, so that nothing else has to clean up.
 */
async function takeKey(tx: Handle, actorId: string, { key, requestHash }: Once): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with old as (
      delete from idempotency_keys where (actor_id, key) in (
        select actor_id, key from idempotency_keys where created_at < now() - interval '7 days'
        order by created_at limit 20 for update skip locked
      )
    )
    insert into idempotency_keys (actor_id, key, request_hash) values (${actorId}, ${key}, ${requestHash})
    on conflict do nothing returning key`)
  return rows.length > 0
}
