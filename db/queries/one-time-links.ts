import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { oneTimeLinks, users } from '@/db/schema/accounts'

type LinkKind = (typeof oneTimeLinks.$inferSelect)['kind']

/** What a link that still works is for: its invitation, or the account whose password it sets. Looking uses nothing up. */
export async function findLink(db: Pick<Database, 'select'>, kind: LinkKind, tokenHash: string) {
  const [found] = await db
    .select({ invitation: oneTimeLinks.invitation, person: { name: users.name, email: users.email } })
    .from(oneTimeLinks)
    .leftJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(
      and(
        eq(oneTimeLinks.kind, kind),
        eq(oneTimeLinks.tokenHash, tokenHash),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, sql`now()`),
      ),
    )
  return found ?? null
}
