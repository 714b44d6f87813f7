import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'
import type { ShownGroup } from '@/lib/settings/shown'
import { wholeText } from './row-values'
import { visibleBranchIds, withVisible } from './visible-records'

const groupRow = z.object({
  key: z.string(),
  name: z.string(),
  color: z.int(),
  requiresOrganization: z.boolean(),
  customers: wholeText,
  archived: z.boolean(),
  version: z.string(),
})

/** Stands for everything of a group that a form changes. */
export const groupVersion = sql<string>`md5(jsonb_build_array(${customerGroups.name}, ${customerGroups.color},
  ${customerGroups.requiresOrganization}, ${customerGroups.archivedAt} is not null)::text)`

/**
 * Every group in its order, archived ones too, with how many customers of the caller's branches it has. Throws RequestError
 * 403 for a caller who may not administer.
 */
export async function listGroupSettings(db: Pick<Database, 'execute'>, caller: Caller): Promise<ShownGroup[]> {
  assertMay(caller, 'administer')
  const members = sql`members as (
    select ${customers.groupId}, count(*) as customers from ${customers}
    where ${customers.mergedIntoId} is null group by ${customers.groupId})`
  const { rows } = await db.execute(sql`
    ${withVisible(visibleBranchIds(caller.scope), [members])}
    select ${customerGroups.key}, ${customerGroups.name}, ${customerGroups.color},
      ${customerGroups.requiresOrganization} as "requiresOrganization", coalesce(members.customers, 0) as customers,
      ${customerGroups.archivedAt} is not null as archived, ${groupVersion} as version
    from ${customerGroups} left join members on members.group_id = ${customerGroups.id}
    order by ${customerGroups.position}, ${customerGroups.key}`)
  return z.array(groupRow).parse(rows)
}

/** One group, or null. Throws as `listGroupSettings`. */
export async function findGroupSettings(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  key: string,
): Promise<ShownGroup | null> {
  return (await listGroupSettings(db, caller)).find((group) => group.key === key) ?? null
}
