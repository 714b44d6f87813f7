import { PERSON_ROLES } from '@/lib/definitions'
import { PERSON_ROLE_WORDS } from './words'

/** "T 482 DKR, Toyota Hilux 2014". */
export function vehicleInWords(vehicle: {
  plate: string
  make: string | null
  model: string | null
  year?: number | null
}) {
  const what = [vehicle.make, vehicle.model, vehicle.year ?? null].filter((part) => part !== null).join(' ')
  return what === '' ? vehicle.plate : `${vehicle.plate}, ${what}`
}

/** A role of a person, as forms and records hold it, in words; any other text as it stands. */
export function personRoleInWords(text: string): string {
  const role = PERSON_ROLES.find((known) => known === text)
  return role ? PERSON_ROLE_WORDS[role] : text
}
