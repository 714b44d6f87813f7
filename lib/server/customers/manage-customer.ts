import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { addVehicle, changeVehicle, setVehicleRetired } from '@/db/commands/customer-vehicles'
import { editCustomer } from '@/db/commands/edit-customer'
import { addNote, removeNote } from '@/db/commands/notes'
import { findCustomerToEdit } from '@/db/queries/customer-to-edit'
import type { FormResult } from '@/lib/accounts/form-result'
import { customerEditSchema, type Edited, editTexts } from '@/lib/customers/editing'
import {
  newVehicleFormSchema,
  noteFormSchema,
  oneNoteSchema,
  seenVehicleSchema,
  vehicleFormSchema,
} from '@/lib/customers/profile-forms'
import { RequestError } from '@/lib/failure'
import { actionCaller } from '@/lib/server/auth/caller'
import { done, handleForm } from '@/lib/server/auth/form'
import { getDatabase } from '@/lib/server/database'

/** Somebody at a form of a profile. */
export type Clerk = { db: Database; caller: Caller }

async function actionClerk(): Promise<Clerk> {
  return { caller: await actionCaller('enter'), db: getDatabase() }
}

type Texts = Readonly<Record<string, string>>

/** Adds the note `body` to the customer `customer_id`. */
export async function writeNote(input: Texts, given?: Clerk): Promise<FormResult> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(noteFormSchema, input, ({ customer_id: id, body, sending }) =>
    done(addNote(db, caller, id, body, sending)),
  )
}

/** Removes the note `note_id`. */
export async function takeNoteAway(input: Texts, given?: Clerk): Promise<FormResult> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(oneNoteSchema, input, (form) => done(removeNote(db, caller, form.customer_id, form.note_id)))
}

/** Adds a vehicle to the customer `customer_id`. */
export async function recordVehicle(input: Texts, given?: Clerk): Promise<FormResult> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(newVehicleFormSchema, input, ({ customer_id: id, sending, ...vehicle }) =>
    done(addVehicle(db, caller, id, vehicle, sending)),
  )
}

/** Changes the vehicle `vehicle_id` of which `version` was read. */
export async function correctVehicle(input: Texts, given?: Clerk): Promise<FormResult> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(
    vehicleFormSchema,
    input,
    ({ customer_id: customerId, vehicle_id: vehicleId, version, ...vehicle }) =>
      done(changeVehicle(db, caller, { customerId, vehicleId, version }, vehicle)),
  )
}

/** Says whether the vehicle `vehicle_id` is the customer's no longer, or again. */
export async function retireVehicle(input: Texts, retired: boolean, given?: Clerk): Promise<FormResult> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(seenVehicleSchema, input, ({ customer_id: customerId, vehicle_id: vehicleId, version }) =>
    done(setVehicleRetired(db, caller, { customerId, vehicleId, version }, retired)),
  )
}

/**
 * Edits the customer `customer_id` of which `version` was read. Where somebody was faster nothing is saved, and the
 * conflict holds the customer as it is now beside what was typed.
 */
export async function edit(input: Texts, given?: Clerk): Promise<FormResult<Edited>> {
  const { db, caller } = given ?? (await actionClerk())
  return handleForm(
    customerEditSchema,
    input,
    async ({ customer_id: id, version, ...fields }): Promise<FormResult<Edited>> => {
      try {
        await editCustomer(db, caller, { id, version }, fields)
        return { ok: true, conflict: null }
      } catch (error) {
        const present = wasChangedMeanwhile(error) ? await findCustomerToEdit(db, caller.scope, id) : null
        if (!present) throw error
        return { ok: true, conflict: { present, typed: editTexts(input) } }
      }
    },
  )
}

const wasChangedMeanwhile = (error: unknown) => error instanceof RequestError && error.code === 'changed_meanwhile'
