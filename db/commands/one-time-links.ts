import { and, eq, gt, isNull, sql } from 'drizzle-orm'
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
  if (!link)
    throw new RequestError(410, 'link_not_valid', 'This link was used, replaced or has expired. Ask for a new one.')
  return link
}
