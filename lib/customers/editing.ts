import { z } from 'zod'
import { PERSON_ROLES } from '@/lib/definitions'
import type { EntryGroup } from '@/lib/entry/choices'
import { whole } from '@/lib/figures'
import { customerFields } from './registration'

/** What can be edited of a customer, by the names of its contract, in the order of the form. */
export const EDIT_FIELDS = [
  'full_name',
  'group',
  'person_role',
  'organization_name',
  'tax_number',
  'phone',
  'email',
  'address',
  'branch',
] as const satisfies readonly (keyof typeof customerFields)[]
export type EditField = (typeof EDIT_FIELDS)[number]

/** The fields as a form holds them: blank for none. */
export type EditTexts = Readonly<Record<EditField, string>>

/** What stands in the fields of a form; a field that it does not have is blank. */
export function editTexts(form: Readonly<Record<string, string>>): EditTexts {
  const text = (field: EditField) => form[field] ?? ''
  return {
    full_name: text('full_name'),
    group: text('group'),
    person_role: text('person_role'),
    organization_name: text('organization_name'),
    tax_number: text('tax_number'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    branch: text('branch'),
  }
}

export const EDIT_FIELD_WORDS: Record<EditField, string> = {
  full_name: 'Name',
  group: 'Type',
  person_role: 'Owner or driver',
  organization_name: 'Organisation',
  tax_number: 'Tax number',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  branch: 'Home branch',
}

const blank = z.literal('').transform(() => null)

/** What a form says of an edited customer: `version` is the one that was read. */
export const customerEditSchema = z.object({
  ...customerFields,
  person_role: z.union([blank, z.enum(PERSON_ROLES)]).prefault(''),
  branch: z.union([blank, z.string().max(63)]),
  customer_id: z.string(),
  version: z.coerce.number().pipe(whole),
})
export type CustomerEdit = Omit<z.output<typeof customerEditSchema>, 'customer_id' | 'version'>

/** A customer as it is read to be edited, and again where somebody was faster. */
export type CustomerToEdit = {
  id: string
  version: number
  texts: EditTexts
  /** The present group and branch, which may not be among the choices any more. */
  group: EntryGroup
  /** The home branch, set by hand or derived; one elsewhere is none of those of whoever edits, and stays. */
  home: { code: string; name: string; isElsewhere: boolean }
}

/** What became of an edit that was not saved: the customer as it is now, and what was typed. */
export type EditConflict = { present: CustomerToEdit; typed: EditTexts }

/** What a sent edit came to: `conflict` is null where it was saved. */
export type Edited = { conflict: EditConflict | null }
