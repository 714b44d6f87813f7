import { z } from 'zod'
import { whole } from '@/lib/figures'
import { optionalText } from '@/lib/text-fields'
import { vehicleFields } from './registration'

const year = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(vehicleFields.year.unwrap())

const customer = { customer_id: z.string() }
const seenVehicle = { ...customer, vehicle_id: z.string(), version: z.coerce.number().pipe(whole) }

/** The same where the same form is sent again, so that it makes one record; nothing where the page had no script. */
const sending = z
  .union([z.literal(''), z.uuid()])
  .optional()
  .transform((id) => id || undefined)

/** What the forms of a profile send, as texts. */
export const noteFormSchema = z.object({
  ...customer,
  sending,
  body: optionalText().pipe(z.string('Write the note.')),
})
export const oneNoteSchema = z.object({ ...customer, note_id: z.string() })
export const newVehicleFormSchema = z.object({ ...vehicleFields, year, ...customer, sending })
export const vehicleFormSchema = z.object({ ...vehicleFields, year, ...seenVehicle })
export const seenVehicleSchema = z.object(seenVehicle)
