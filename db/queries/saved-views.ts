import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import type { SavedView } from '@/lib/views/saved-view'

const viewRow = z.object({ id: z.uuid(), name: z.string(), query: z.string() })

/** The caller's own views by their names; nobody else's, and none for a key. */
export async function listSavedViews(db: Pick<Database, 'execute'>, caller: Caller): Promise<SavedView[]> {
  if (caller.kind !== 'person') return []
  const { rows } = await db.execute(sql`
    select id, name, query from saved_views where user_id = ${caller.id} order by name_key, id`)
  return z.array(viewRow).parse(rows)
}
