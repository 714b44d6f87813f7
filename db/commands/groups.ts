import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { groupVersion } from '@/db/queries/group-settings'
import { customerGroups } from '@/db/schema/reference'
import { UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { freeKey, slugOf } from '@/lib/key-from-name'
import type { Archive, GroupChange, NewGroup, Pass } from '@/lib/settings/contract'
import { passNeighbour } from '@/lib/settings/pass-neighbour'
import { writeAudit } from './audit'
import { notifyChange } from './notify-change'
import { assertNameFree, changedMeanwhile, orderChanged } from './settings-guard'

/**
 * Adds a group behind the others; its key is made from its name and never changes. Returns the key.
 * @throws RequestError 403 without all branches, 409 `name_taken`.
 */
export async function addGroup(db: Database, caller: Caller, { name, color, ...asked }: NewGroup): Promise<string> {
  return changeGroups(db, caller, async (tx, groups) => {
    assertNameFree(groups, name)
    const key = freeKey(slugOf(name) || 'group', (wanted) => groups.some((group) => group.key === wanted))
    const id = uuidv7()
    const position = 1 + Math.max(-1, ...groups.map((group) => group.position))
    const requiresOrganization = asked.requires_organization
    await tx.insert(customerGroups).values({ id, key, name, color, requiresOrganization, position })
    await writeAudit(tx, caller, { action: 'group.created', subject: { kind: 'group', id }, detail: { key } })
    return key
  })
}

/**
 * Gives a group another name or colour, or has it ask for an organisation or not. No record of a customer changes.
 * @throws RequestError 403 without all branches, 404, 409 `changed_meanwhile` or `name_taken`.
 */
export async function changeGroup(db: Database, caller: Caller, change: GroupChange): Promise<void> {
  const { key, seen, name, color, requires_organization: requiresOrganization } = change
  await changeGroups(db, caller, async (tx, groups) => {
    const group = presentGroup(groups, key, seen)
    assertNameFree(groups, name, key)
    await tx.update(customerGroups).set({ name, color, requiresOrganization }).where(eq(customerGroups.id, group.id))
    const changed = [
      group.name !== name && 'name',
      group.color !== color && 'color',
      group.requiresOrganization !== requiresOrganization && 'requires_organization',
    ].filter(Boolean)
    const subject = { kind: 'group', id: group.id } as const
    await writeAudit(tx, caller, { action: 'group.changed', subject, detail: { key, changed } })
  })
}

/**
 * Archives a group, which then can not be chosen any more and keeps its customers and its place in every figure, or brings
 * it back. The group of customers without a type stays.
 * @throws RequestError 403 without all branches, 404, 409 `changed_meanwhile` or `always_needed`.
 */
export async function archiveGroup(db: Database, caller: Caller, { key, seen, archived }: Archive): Promise<void> {
  await changeGroups(db, caller, async (tx, groups) => {
    const group = presentGroup(groups, key, seen)
    if (archived && key === UNCLASSIFIED_GROUP)
      throw new RequestError(409, 'always_needed', 'This group holds customers without a type and is always needed.')
    const archivedAt = archived ? sql`now()` : null
    await tx.update(customerGroups).set({ archivedAt }).where(eq(customerGroups.id, group.id))
    const subject = { kind: 'group', id: group.id } as const
    await writeAudit(tx, caller, { action: 'group.changed', subject, detail: { key, archived } })
  })
}

/**
 * Takes a group one place up or down in the order in which groups are shown.
 * @throws RequestError 403 without all branches, 409 `changed_meanwhile` where the neighbour is another one by now.
 */
export async function passGroup(db: Database, caller: Caller, pass: Pass): Promise<void> {
  await changeGroups(db, caller, async (tx, groups) => {
    const passed = passNeighbour(groups, pass)
    if (!passed) throw orderChanged()
    for (const [position, { id }] of passed.entries())
      await tx.update(customerGroups).set({ position }).where(eq(customerGroups.id, id))
    await writeAudit(tx, caller, { action: 'group.changed', detail: { ...pass } })
  })
}

type LockedGroup = Awaited<ReturnType<typeof lockGroups>>[number]

/** One transaction with every group locked, so that administrators take turns; everybody is told of it. */
async function changeGroups<Made>(
  db: Database,
  caller: Caller,
  work: (tx: Database, groups: LockedGroup[]) => Promise<Made>,
): Promise<Made> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  return db.transaction(async (tx) => {
    const made = await work(tx, await lockGroups(tx))
    await notifyChange(tx, { kind: 'settings', act: 'changed', branch_ids: null })
    return made
  })
}

/** Every group in its order. Customers can go on being entered: only keys are kept from others by it. */
async function lockGroups(tx: Pick<Database, 'select'>) {
  const { id, key, name, color, requiresOrganization, position } = customerGroups
  const rows = await tx
    .select({ id, key, name, color, requiresOrganization, position, version: groupVersion })
    .from(customerGroups)
    .orderBy(id)
    .for('no key update')
  return rows.sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
}

function presentGroup(groups: readonly LockedGroup[], key: string, seen: string): LockedGroup {
  const group = groups.find((one) => one.key === key)
  if (!group) throw new RequestError(404, 'not_found', 'There is no such group.')
  if (group.version !== seen) throw changedMeanwhile()
  return group
}
