import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { type Caller, callerOf } from '@/db/access'
import type { Role } from '@/lib/roles'

/** A caller of a role, of these branches by their codes, or of every branch; a person, unless a key is asked for. */
export async function testCaller(
  db: Pick<NodePgDatabase, 'execute'>,
  role: Role,
  { branches, kind = 'person' }: { branches?: readonly string[]; kind?: 'person' | 'key' } = {},
): Promise<Caller> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from branches where code in (select json_array_elements_text(${JSON.stringify(branches ?? [])}))`,
  )
  const holder = { id: uuidv7(), name: `Test ${role}`, role, allBranches: branches === undefined }
  const branchIds = rows.map(({ id }) => id)
  return callerOf(kind, { ...holder, branchIds }, { address: null, requestId: null })
}
