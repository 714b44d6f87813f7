import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { branches } from '@/db/schema/reference'
import type { ShownBranch } from '@/lib/settings/shown'
import { isAmong } from './order-filters'
import { wholeText } from './row-values'
import { visibleBranchIds, withVisible } from './visible-records'

const branchRow = z.object({
  code: z.string(),
  name: z.string(),
  customers: wholeText,
  archived: z.boolean(),
  version: z.string(),
})

/** Stands for everything of a branch that a form changes. */
export const branchVersion = sql<string>`md5(jsonb_build_array(${branches.name}, ${branches.archivedAt} is not null)::text)`

/**
 * The caller's branches in their order, archived ones too, with how many customers are at home there. Throws RequestError
 * 403 for a caller who may not administer.
 */
export async function listBranchSettings(db: Pick<Database, 'execute'>, caller: Caller): Promise<ShownBranch[]> {
  assertMay(caller, 'administer')
  const seen = visibleBranchIds(caller.scope)
  const atHome = sql`at_home as (
    select ${customers.homeBranchId}, count(*) as customers from ${customers}
    where ${customers.mergedIntoId} is null group by ${customers.homeBranchId})`
  const { rows } = await db.execute(sql`
    ${withVisible(seen, [atHome])}
    select ${branches.code}, ${branches.name}, coalesce(at_home.customers, 0) as customers,
      ${branches.archivedAt} is not null as archived, ${branchVersion} as version
    from ${branches} left join at_home on at_home.home_branch_id = ${branches.id}
    where ${isAmong(branches.id, seen)}
    order by ${branches.position}, ${branches.code}`)
  return z.array(branchRow).parse(rows)
}

/** One of the caller's branches, or null. Throws as `listBranchSettings`. */
export async function findBranchSettings(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  code: string,
): Promise<ShownBranch | null> {
  return (await listBranchSettings(db, caller)).find((branch) => branch.code === code) ?? null
}
