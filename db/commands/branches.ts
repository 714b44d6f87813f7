import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { branchVersion } from '@/db/queries/branch-settings'
import { branches } from '@/db/schema/reference'
import { MAIN_BRANCH } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { freeKey, slugOf } from '@/lib/key-from-name'
import type { Archive, BranchNameChange, NewBranch, Pass } from '@/lib/settings/contract'
import { passNeighbour } from '@/lib/settings/pass-neighbour'
import { assertCovers } from './access'
import { writeAudit } from './audit'
import { notifyChange } from './notify-change'
import { assertNameFree, changedMeanwhile, orderChanged } from './settings-guard'

/** Gives a branch another name; its code, which links and files use, stays. A code that no branch has changes nothing. */
export async function renameBranch(db: Database, code: string, name: string): Promise<void> {
  await db.update(branches).set({ name }).where(eq(branches.code, code))
}

/**
 * Adds a branch behind the others; its code is made from its name and never changes. Returns the code.
 * @throws RequestError 403 without all branches, 409 `name_taken`.
 */
export async function addBranch(db: Database, caller: Caller, { name }: NewBranch): Promise<string> {
  assertAllBranches(caller)
  return changeBranches(db, caller, async (tx, rows) => {
    assertNameFree(rows, name)
    const code = freeKey(slugOf(name) || 'branch', (wanted) => rows.some((row) => row.key === wanted))
    const id = uuidv7()
    const position = 1 + Math.max(-1, ...rows.map((row) => row.position))
    await tx.insert(branches).values({ id, code, name, position })
    await writeAudit(tx, caller, { action: 'branch.created', subject: { kind: 'branch', id }, detail: { code } })
    return code
  })
}

/**
 * Gives one of the caller's branches another name.
 * @throws RequestError 403 for a branch that is not theirs, 404, 409 `changed_meanwhile` or `name_taken`.
 */
export async function changeBranch(db: Database, caller: Caller, change: BranchNameChange): Promise<void> {
  const { key, seen, name } = change
  await changeBranches(db, caller, async (tx, rows) => {
    const branch = presentBranch(caller, rows, key, seen)
    assertNameFree(rows, name, key)
    await tx.update(branches).set({ name }).where(eq(branches.id, branch.id))
    const subject = { kind: 'branch', id: branch.id } as const
    await writeAudit(tx, caller, { action: 'branch.changed', subject, detail: { code: key, changed: ['name'] } })
  })
}

/**
 * Archives one of the caller's branches, which then takes no new orders and keeps those that it has, or brings it back. The
 * main branch stays: orders that name none are its.
 * @throws RequestError 403 for a branch that is not theirs, 404, 409 `changed_meanwhile` or `always_needed`.
 */
export async function archiveBranch(db: Database, caller: Caller, { key, seen, archived }: Archive): Promise<void> {
  await changeBranches(db, caller, async (tx, rows) => {
    const branch = presentBranch(caller, rows, key, seen)
    if (archived && key === MAIN_BRANCH)
      throw new RequestError(409, 'always_needed', 'Orders that name no branch are of this one: it is always needed.')
    await tx
      .update(branches)
      .set({ archivedAt: archived ? sql`now()` : null })
      .where(eq(branches.id, branch.id))
    const subject = { kind: 'branch', id: branch.id } as const
    await writeAudit(tx, caller, { action: 'branch.changed', subject, detail: { code: key, archived } })
  })
}

/**
 * Takes a branch one place up or down in the order in which branches are shown.
 * @throws RequestError 403 without all branches, 409 `changed_meanwhile` where the neighbour is another one by now.
 */
export async function passBranch(db: Database, caller: Caller, pass: Pass): Promise<void> {
  assertAllBranches(caller)
  await changeBranches(db, caller, async (tx, rows) => {
    const passed = passNeighbour(rows, pass)
    if (!passed) throw orderChanged()
    for (const [position, { id }] of passed.entries())
      await tx.update(branches).set({ position }).where(eq(branches.id, id))
    await writeAudit(tx, caller, { action: 'branch.changed', detail: { ...pass } })
  })
}

type LockedBranch = Awaited<ReturnType<typeof lockBranches>>[number]

/** One transaction with every branch locked, so that administrators take turns; everybody is told of it. */
async function changeBranches<Made>(
  db: Database,
  caller: Caller,
  work: (tx: Database, rows: LockedBranch[]) => Promise<Made>,
): Promise<Made> {
  assertMay(caller, 'administer')
  return db.transaction(async (tx) => {
    const made = await work(tx, await lockBranches(tx))
    await notifyChange(tx, { kind: 'settings', act: 'changed', branch_ids: null })
    return made
  })
}

/** Every branch in its order. Orders can go on being entered: only codes are kept from others by it. */
async function lockBranches(tx: Pick<Database, 'select'>) {
  const { id, code, name, position } = branches
  const rows = await tx
    .select({ id, key: code, name, position, version: branchVersion })
    .from(branches)
    .orderBy(id)
    .for('no key update')
  return rows.sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
}

function presentBranch(caller: Caller, rows: readonly LockedBranch[], code: string, seen: string): LockedBranch {
  const branch = rows.find((one) => one.key === code)
  if (!branch) throw new RequestError(404, 'not_found', 'There is no such branch.')
  assertCovers(caller, { allBranches: false, branchIds: [branch.id] })
  if (branch.version !== seen) throw changedMeanwhile()
  return branch
}
