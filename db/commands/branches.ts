import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'

/** Gives a branch another name; its code, which links and files use, stays. A code that no branch has changes nothing. */
export async function renameBranch(db: Database, code: string, name: string): Promise<void> {
  await db.update(branches).set({ name }).where(eq(branches.code, code))
}
