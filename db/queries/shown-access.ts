import { type SQLWrapper, sql } from 'drizzle-orm'
import { z } from 'zod'
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
