import { sql } from 'drizzle-orm'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { getBusiness } from '@/db/queries/business'
import { business } from '@/db/schema/local'
import type { BusinessNameChange } from '@/lib/settings/contract'
import { changeBusiness } from './business'
import { notifyChange } from './notify-change'
import { changedMeanwhile } from './settings-guard'

/**
 * Gives the business another name; `seen` is the name that the form showed.
 * @throws RequestError 403 without all branches, 409 `changed_meanwhile`.
 */
export async function renameBusiness(db: Database, caller: Caller, { name, seen }: BusinessNameChange): Promise<void> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from ${business} for update`)
    if ((await getBusiness(tx)).name !== seen) throw changedMeanwhile()
    await changeBusiness(tx, caller, { name })
    await notifyChange(tx, { kind: 'settings', act: 'changed', branch_ids: null })
  })
}
