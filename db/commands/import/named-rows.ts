import { asc, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { branches, customerGroups } from '@/db/schema/reference'
import { GROUP_COLORS } from '@/lib/group-colors'

/** A group or a branch: `key` is a group's key or a branch's code. */
export type NamedRow = { id: string; key: string; name: string }

export async function listGroups(db: Database): Promise<NamedRow[]> {
  const { id, key, name, position } = customerGroups
  return db.select({ id, key, name }).from(customerGroups).orderBy(asc(position), asc(id))
}

export async function listBranches(db: Database): Promise<NamedRow[]> {
  const { id, code, name, position } = branches
  return db.select({ id, key: code, name }).from(branches).orderBy(asc(position), asc(id))
}

/** Adds groups behind those that are there, each in the next of the colours. */
export async function insertGroups(db: Database, rows: NamedRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.execute(sql`
    insert into customer_groups (id, key, name, position, color)
    select (r->>'id')::uuid, r->>'key', r->>'name', last + n, 1 + mod(last + n, ${GROUP_COLORS.length}::int)
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as added(r, n),
      (select max(position) as last from customer_groups)`)
}

/** Adds branches behind those that are there. */
export async function insertBranches(db: Database, rows: NamedRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.execute(sql`
    insert into branches (id, code, name, position)
    select (r->>'id')::uuid, r->>'key', r->>'name', n + (select max(position) from branches)
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as added(r, n)`)
}
