import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { readRule } from '@/db/queries/recency-settings'
import { business } from '@/db/schema/local'
import { customerGroups, recencyBands } from '@/db/schema/reference'
import { RequestError } from '@/lib/failure'
import type { FollowBusiness, RecencyChange } from '@/lib/settings/recency-contract'
import { writeAudit } from './audit'
import { notifyChange } from './notify-change'
import { changedMeanwhile } from './settings-guard'

/**
 * Sets by which thresholds the customers of a group are judged, or those of the business. No record of a customer changes.
 * @throws RequestError 403 without all branches, 404 for an unknown group, 409 `changed_meanwhile`.
 */
export async function setRecencyBands(
  db: Database,
  caller: Caller,
  { key, seen, ...rule }: RecencyChange,
): Promise<void> {
  await changeRule(db, caller, { key, seen }, async (tx, groupId, id) => {
    const values = {
      atRiskAfterDays: rule.at_risk_after_days,
      lapsedAfterDays: rule.lapsed_after_days,
      dormantAfterDays: rule.dormant_after_days,
      ownRhythm: rule.own_rhythm,
    }
    if (id === null) await tx.insert(recencyBands).values({ id: uuidv7(), groupId, ...values })
    else await tx.update(recencyBands).set(values).where(eq(recencyBands.id, id))
    return rule
  })
}

/**
 * Has the customers of a group judged as the business is; done already where they are.
 * @throws RequestError as `setRecencyBands`.
 */
export async function followBusinessBands(db: Database, caller: Caller, follow: FollowBusiness): Promise<void> {
  await changeRule(db, caller, follow, async (tx, _, id) => {
    if (id !== null) await tx.delete(recencyBands).where(eq(recencyBands.id, id))
    return null
  })
}

type Named = Pick<RecencyChange, 'key' | 'seen'>
type Work = (
  tx: Database,
  groupId: string | null,
  id: string | null,
) => Promise<Omit<RecencyChange, keyof Named> | null>

/** One transaction that holds the business, so that administrators take turns; everybody is told of it. */
async function changeRule(db: Database, caller: Caller, { key, seen }: Named, work: Work): Promise<void> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from ${business} for update`)
    const groupId = key === null ? null : await groupIdOf(tx, key)
    const { id, version } = await readRule(tx, groupId)
    if (version !== seen) throw changedMeanwhile()
    const rule = await work(tx, groupId, id)
    const subject = groupId === null ? undefined : ({ kind: 'group', id: groupId } as const)
    await writeAudit(tx, caller, { action: 'recency.changed', subject, detail: { group: key, rule } })
    await notifyChange(tx, { kind: 'settings', act: 'changed', branch_ids: null })
  })
}

async function groupIdOf(tx: Pick<Database, 'select'>, key: string): Promise<string> {
  const [group] = await tx.select({ id: customerGroups.id }).from(customerGroups).where(eq(customerGroups.key, key))
  if (!group) throw new RequestError(404, 'not_found', 'There is no such group.')
  return group.id
}
