import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { addBranch, archiveBranch, changeBranch, passBranch } from '@/db/commands/branches'
import { renameBusiness } from '@/db/commands/business-name'
import { addGroup, archiveGroup, changeGroup, passGroup } from '@/db/commands/groups'
import { moveCustomers } from '@/db/commands/move-customers'
import { followBusinessBands, setRecencyBands } from '@/db/commands/recency-bands'
import type { FormResult } from '@/lib/accounts/form-result'
import { actionCaller } from '@/lib/server/auth/caller'
import { done, handleForm } from '@/lib/server/auth/form'
import { getDatabase } from '@/lib/server/database'
import {
  archiveSchema,
  branchChangeSchema,
  businessNameSchema,
  confirmedMoveSchema,
  groupChangeSchema,
  type Moved,
  newBranchSchema,
  newGroupSchema,
  passSchema,
} from '@/lib/settings/contract'
import { followBusinessSchema, recencyChangeSchema } from '@/lib/settings/recency-contract'

/** An administrator at a form. */
type Administrator = { db: Database; caller: Caller }

async function actionAdministrator(): Promise<Administrator> {
  return { caller: await actionCaller('administer'), db: getDatabase() }
}

/** Adds a group. */
export async function createGroup(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(newGroupSchema, input, (group) => done(addGroup(db, caller, group)))
}

/** Changes the group `key`, as it stood in `seen`. */
export async function editGroup(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(groupChangeSchema, input, (change) => done(changeGroup(db, caller, change)))
}

/** Archives the group `key`, or brings it back. */
export async function setGroupArchived(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(archiveSchema, input, (archive) => done(archiveGroup(db, caller, archive)))
}

/** Takes the group `key` past its neighbour. */
export async function reorderGroup(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(passSchema, input, (pass) => done(passGroup(db, caller, pass)))
}

/** Moves customers to another group, as the preview said. */
export async function moveToGroup(input: unknown): Promise<FormResult<Moved>> {
  const { db, caller } = await actionAdministrator()
  return handleForm(confirmedMoveSchema, input, async (move) => ({
    ok: true,
    ...(await moveCustomers(db, caller, move)),
  }))
}

/** Adds a branch. */
export async function createBranch(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(newBranchSchema, input, (branch) => done(addBranch(db, caller, branch)))
}

/** Renames the branch `key`, as it stood in `seen`. */
export async function editBranch(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(branchChangeSchema, input, (change) => done(changeBranch(db, caller, change)))
}

/** Archives the branch `key`, or brings it back. */
export async function setBranchArchived(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(archiveSchema, input, (archive) => done(archiveBranch(db, caller, archive)))
}

/** Takes the branch `key` past its neighbour. */
export async function reorderBranch(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(passSchema, input, (pass) => done(passBranch(db, caller, pass)))
}

/** Sets the recency bands of the group `key`, or of the business where there is none. */
export async function editRecencyBands(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(recencyChangeSchema, input, (change) => done(setRecencyBands(db, caller, change)))
}

/** Has the group `key` judged as the business again. */
export async function clearRecencyBands(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(followBusinessSchema, input, (change) => done(followBusinessBands(db, caller, change)))
}

/** Renames the business, as it was called in `seen`. */
export async function editBusinessName(input: unknown): Promise<FormResult> {
  const { db, caller } = await actionAdministrator()
  return handleForm(businessNameSchema, input, (change) => done(renameBusiness(db, caller, change)))
}
