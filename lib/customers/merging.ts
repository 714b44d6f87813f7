import { z } from 'zod'
import type { CustomerFigures, CustomerProfile } from './contract'

/** What of a customer is filled from the one merged into it, where it has nothing there itself; as the table names them. */
export const FILLED_FIELDS = ['organization_name', 'phone', 'email', 'address', 'tax_number', 'person_role'] as const
export type FilledField = (typeof FILLED_FIELDS)[number]

/** The form that merges two customers, of the versions that were looked at. */
export const mergeFormSchema = z.object({
  keep_id: z.string(),
  merge_id: z.string(),
  keep_version: z.coerce.number().int(),
  merge_version: z.coerce.number().int(),
})

/** The form that undoes a merge. */
export const undoFormSchema = z.object({ customer_id: z.string(), merge_id: z.string() })

/** One of two customers, or what becomes of them: figures of the default period and of all time. */
export type MergeSide = {
  customer: CustomerProfile['customer']
  in_period: CustomerFigures
  lifetime: CustomerFigures
}

/** A group's card in the default period. */
export type MergeCard = { customers: number; registered: number; orders: number; revenue: number }

/** What a merge would do: every figure that becomes another, and the fields that are filled in. */
export type MergePreview = {
  keep: MergeSide
  merge: MergeSide
  result: MergeSide
  filled: { field: FilledField; value: string }[]
  /** The groups whose cards change, in the order of the page. */
  groups: { key: string; name: string; before: MergeCard; after: MergeCard }[]
  /** The default period as instants. */
  window: { from: string; to: string }
}

/** A merge of a customer that still holds. */
export type OpenMerge = {
  id: string
  mergedAt: string
  /** The name of the customer that was merged into this one. */
  fullName: string
  /** Who merged them; null for the shell and for somebody removed. */
  mergedBy: string | null
  orders: number
  vehicles: number
  notes: number
}
