import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { eraseCustomer } from '@/db/commands/erase-customer'
import { mergeCustomers, undoMerge } from '@/db/commands/merge-customers'
import type { FormResult } from '@/lib/accounts/form-result'
import { eraseFormSchema } from '@/lib/customers/erasing'
import { mergeFormSchema, undoFormSchema } from '@/lib/customers/merging'
import { actionCaller } from '@/lib/server/auth/caller'
import { handleForm } from '@/lib/server/auth/form'
import { getDatabase } from '@/lib/server/database'

/** A manager at a form. */
export type Manager = { db: Database; caller: Caller }

async function actionManager(): Promise<Manager> {
  return { caller: await actionCaller('edit'), db: getDatabase() }
}

type Texts = Readonly<Record<string, string>>

/** Merges the customer `merge_id` into `keep_id`, of the versions that were shown; gives the one that was kept. */
export async function merge(input: Texts, given?: Manager): Promise<FormResult<{ customerId: string }>> {
  const { db, caller } = given ?? (await actionManager())
  return handleForm(mergeFormSchema, input, async (form) => {
    const versions = { keep: form.keep_version, merge: form.merge_version }
    await mergeCustomers(db, caller, { keepId: form.keep_id, mergeId: form.merge_id, versions })
    return { ok: true, customerId: form.keep_id }
  })
}

/** Undoes the merge `merge_id` into the customer `customer_id`. */
export async function undo(input: Texts, given?: Manager): Promise<FormResult> {
  const { db, caller } = given ?? (await actionManager())
  return handleForm(undoFormSchema, input, async ({ customer_id: customerId, merge_id: mergeId }) => {
    await undoMerge(db, caller, { customerId, mergeId })
    return { ok: true }
  })
}

/** Erases the person `customer_id` of whom `version` was read. */
export async function erase(input: Texts, given?: Manager): Promise<FormResult> {
  const { db, caller } = given ?? (await actionManager())
  return handleForm(eraseFormSchema, input, async ({ customer_id: id, version }) => {
    await eraseCustomer(db, caller, { id, version })
    return { ok: true }
  })
}
