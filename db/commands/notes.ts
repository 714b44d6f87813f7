import { and, eq } from 'drizzle-orm'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { notes } from '@/db/schema/customers'
import { RequestError } from '@/lib/failure'
import { may } from '@/lib/roles'
import { tellCustomerChanged, unchanged } from './customer-change'
import { lockCustomer } from './lock-customer'
import { recordId, savedBefore } from './sent-again'

/**
 * Adds a note to a customer, by the caller; gives its id. `sending` is a uuid that is the same where the same form is
 * sent again, which makes no second note.
 * @throws RequestError 409 `saved_before` for another text under the same `sending`, and as `lockCustomer`.
 */
export async function addNote(
  db: Database,
  caller: Caller,
  customerId: string,
  body: string,
  sending: string = uuidv7(),
): Promise<string> {
  assertMay(caller, 'enter')
  return db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, caller, customerId)
    const id = recordId(customer.id, sending)
    const note = { customerId: customer.id, id, body, writtenById: caller.id }
    const added = await tx.insert(notes).values(note).onConflictDoNothing().returning({ id: notes.id })
    if (added.length === 0) {
      const [same] = await tx
        .select({ id: notes.id })
        .from(notes)
        .where(isNote(customer.id, id, body))
      if (!same) throw savedBefore()
      return id
    }
    await tellCustomerChanged(tx, caller, unchanged(customer), { action: 'note.added', detail: { note_id: id } })
    return id
  })
}

/**
 * Removes a note. Whoever wrote it may, and a manager; one that is gone already stays gone.
 * @throws RequestError 403 `not_allowed` for the note of somebody else, and as `lockCustomer`.
 */
export async function removeNote(db: Database, caller: Caller, customerId: string, noteId: string): Promise<void> {
  assertMay(caller, 'enter')
  await db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, caller, customerId)
    if (!isUuid(noteId)) return
    const which = and(eq(notes.customerId, customer.id), eq(notes.id, noteId))
    const [note] = await tx.select({ writtenById: notes.writtenById }).from(notes).where(which)
    if (!note) return
    const own = caller.id !== null && note.writtenById === caller.id
    if (!own && !may(caller.role, 'edit'))
      throw new RequestError(403, 'not_allowed', 'Only who wrote this note, or a manager, may remove it.')
    await tx.delete(notes).where(which)
    await tellCustomerChanged(tx, caller, unchanged(customer), { action: 'note.removed', detail: { note_id: noteId } })
  })
}

const isNote = (customerId: string, id: string, body: string) =>
  and(eq(notes.customerId, customerId), eq(notes.id, id), eq(notes.body, body))
