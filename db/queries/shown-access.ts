import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { ROLES } from '@/lib/roles'
import { instant } from './row-values'

/** What a list of people, invitations or keys reads of each: its role and branches. */
export const shownAccess = {
  role: z.enum(ROLES),
  allBranches: z.boolean(),
  branches: z.array(z.object({ code: z.string(), name: z.string() })),
}

export const instantOrNull = instant.nullable()

/** The branches with these ids as JSON, in their order: `[{code, name}]`. */
export function branchesOf(ids: SQLWrapper) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('code', ${branches.code}, 'name', ${branches.name})
      order by ${branches.position}, ${branches.code}), '[]')
    from ${branches} where ${branches.id} in ${ids})`
}

/** Whether a scope covers a person, invitation or key, as `covers` of `db/access.ts` has it; `ids` are its branches. */
export function coveredBy({ branches: own }: Scope, allBranches: SQLWrapper, ids: SQLWrapper): SQL {
  if (own === 'all') return sql`true`
  return sql`(not ${allBranches} and not exists (
    select from unnest(array(${ids})) held (id) where held.id <> all (${sql.param([...own])}::uuid[])))`
}
