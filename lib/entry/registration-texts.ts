import { codeKey } from '@/lib/customers/look-up-keys'
import { PERSONS_GROUP } from '@/lib/definitions'
import { type EntryChoices, type EntryGroup, onlyBranch } from './choices'
import { ORDER_FIELDS, type OrderTexts, orderBody, typeOf } from './order-texts'
import { numberOrText } from './problems'

export const VEHICLE_FIELDS = ['vehicle.plate', 'vehicle.make', 'vehicle.model', 'vehicle.year'] as const

export const WHO_FIELDS = [
  'full_name',
  'phone',
  'email',
  'address',
  'group',
  'organization_name',
  'tax_number',
  'person_role',
  'branch',
] as const

/** What is typed of a registration, by the names of its contract. `order.type` is `none` where they came for nothing yet. */
export const REGISTRATION_FIELDS = [
  ...WHO_FIELDS,
  ...VEHICLE_FIELDS,
  ...ORDER_FIELDS.map((field) => `order.${field}` as const),
  'order.with_vehicle',
] as const
export type RegistrationField = (typeof REGISTRATION_FIELDS)[number]
export type RegistrationTexts = Readonly<Record<RegistrationField, string>>

export const NO_ORDER = 'none'

/** What stands in a new form: a vehicle that is registered with an order is what the order is about, unless told otherwise. */
export function knownAtFirst(choices: EntryChoices): Partial<RegistrationTexts> {
  const own = choices.limited ? (choices.branches[0]?.code ?? '') : ''
  return { 'order.with_vehicle': 'yes', branch: onlyBranch(choices) ?? own }
}

/** The type of customer that was chosen, or null. */
export function groupOf({ group }: Pick<RegistrationTexts, 'group'>, { groups }: EntryChoices): EntryGroup | null {
  return groups.find(({ key }) => key === group) ?? null
}

export function hasVehicle(texts: RegistrationTexts): boolean {
  return VEHICLE_FIELDS.some((field) => texts[field].trim() !== '')
}

/** The order's texts alone. Its branch is the home branch unless another was chosen. */
export function orderTextsOf(texts: RegistrationTexts): OrderTexts {
  return {
    type: texts['order.type'],
    branch: texts['order.branch'] || texts.branch,
    vehicle_id: '',
    description: texts['order.description'],
    amount: texts['order.amount'],
    ordered_on: texts['order.ordered_on'],
    'details.odometer_km': texts['order.details.odometer_km'],
    'details.item': texts['order.details.item'],
    'details.quantity': texts['order.details.quantity'],
    'details.follow_up_on': texts['order.details.follow_up_on'],
  }
}

/** The order's texts for a customer who is known: about the vehicle of theirs whose plate was typed. */
export function orderOfKnown(texts: RegistrationTexts, vehicles: readonly { id: string; plate: string }[]): OrderTexts {
  const plate = texts['order.with_vehicle'] === 'yes' ? codeKey(texts['vehicle.plate']) : ''
  const own = plate === '' ? undefined : vehicles.find((vehicle) => codeKey(vehicle.plate) === plate)
  return { ...orderTextsOf(texts), vehicle_id: own?.id ?? '' }
}

/** Whether a type is that of persons, who are owners or drivers and have no organisation. */
export function isOfPersons(group: Pick<EntryGroup, 'key'> | null): boolean {
  return group?.key === PERSONS_GROUP
}

/** The body of `POST /api/customers`, for its contract to judge: what the type does not ask for is left out. */
export function registrationBody(texts: RegistrationTexts, choices: EntryChoices) {
  const persons = isOfPersons(groupOf(texts, choices))
  return {
    full_name: texts.full_name,
    phone: texts.phone,
    email: texts.email,
    address: texts.address,
    group: texts.group,
    organization_name: persons ? null : texts.organization_name,
    tax_number: persons ? null : texts.tax_number,
    person_role: persons ? texts.person_role || null : null,
    branch: texts.branch || null,
    vehicle: hasVehicle(texts) ? vehicleBody(texts) : null,
    order: typeOf(texts['order.type']) ? firstOrderBody(texts, choices) : null,
  }
}

function vehicleBody(texts: RegistrationTexts) {
  return {
    plate: texts['vehicle.plate'],
    make: texts['vehicle.make'],
    model: texts['vehicle.model'],
    year: numberOrText(texts['vehicle.year']),
  }
}

function firstOrderBody(texts: RegistrationTexts, choices: EntryChoices) {
  const withVehicle = hasVehicle(texts) && texts['order.with_vehicle'] === 'yes'
  return { ...orderBody(orderTextsOf(texts), choices), with_vehicle: withVehicle }
}
