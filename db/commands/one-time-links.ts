import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { oneTimeLinks } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'

export type LinkKind = (typeof oneTimeLinks.$inferSelect)['kind']
/** A token's hash, and for how many hours its link works. */
export type NewLink = { tokenHash: string; hours: number }
type LinkFor = Partial<Pick<typeof oneTimeLinks.$inferInsert, 'invitation' | 'userId' | 'createdBy'>>

/** Keeps a new link inside the transaction of what it is for; returns its id. */
export async function insertLink(
  tx: Pick<Database, 'insert'>,
  kind: LinkKind,
  { tokenHash, hours }: NewLink,
  what: LinkFor = {},
): Promise<string> {
  const id = uuidv7()
  const expiresAt = sql`now() + make_interval(hours => ${hours})`
  await tx.insert(oneTimeLinks).values({ id, kind, tokenHash, expiresAt, ...what })
  return id
}

/**
 * Uses a link up, inside the transaction of what it allows: of two uses at once, one finds it used.
 * @throws RequestError 410 `link_not_valid` for one that is unknown, used, replaced or expired.
 */
export async function takeLink(tx: Pick<Database, 'update'>, kind: LinkKind, tokenHash: string) {
  const { id, invitation, userId, usedAt, expiresAt, createdBy } = oneTimeLinks
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(oneTimeLinks.kind, kind),
        eq(oneTimeLinks.tokenHash, tokenHash),
        isNull(usedAt),
        gt(expiresAt, sql`now()`),
      ),
    )
    .returning({ id, invitation, userId, createdBy })
  if (!link) throw linkNotValid()
  return link
}

/**
 * Ends the links that a person has not used and those that they made for others, inside the transaction of a change to
 * what they may do: nothing that was allowed before it goes on by a link.
 */
export async function endLinksOf(tx: Pick<Database, 'delete'>, userId: string): Promise<void> {
  const { userId: holder, createdBy, usedAt } = oneTimeLinks
  await tx.delete(oneTimeLinks).where(and(or(eq(holder, userId), eq(createdBy, userId)), isNull(usedAt)))
}

/** The answer to a link that does not work (any more). */
export function linkNotValid(): RequestError {
  return new RequestError(410, 'link_not_valid', 'This link was used, replaced or has expired. Ask for a new one.')
}
