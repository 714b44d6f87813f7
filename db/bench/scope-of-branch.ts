import { eq } from 'drizzle-orm'
import { branchScope, type Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'

/** The scope of somebody who sees the branch with this code alone. */
export async function scopeOfBranch(db: Pick<Database, 'select'>, code: string): Promise<Scope> {
  const rows = await db.select({ id: branches.id }).from(branches).where(eq(branches.code, code))
  return branchScope(rows.map(({ id }) => id))
}
