import { NO_ORDER, type RegistrationTexts, WHO_FIELDS } from './registration-texts'

/** The steps of a registration in their order. */
export const REGISTRATION_STEPS = ['who', 'purpose', 'details', 'review'] as const
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number]

/** The step that holds a field, by its name in the contract; the review holds what no other does. */
export function stepOfField(name: string): RegistrationStep {
  if (name === 'order.type') return 'purpose'
  const [part = ''] = name.split('.')
  if (part === 'order' || part === 'vehicle') return 'details'
  return WHO.has(part) ? 'who' : 'review'
}

const WHO = new Set<string>(WHO_FIELDS)

/** Whether a step has nothing to ask: who came for nothing yet has no order; a vehicle can still be added from the review. */
export function isSkipped(step: RegistrationStep, texts: RegistrationTexts): boolean {
  return step === 'details' && texts['order.type'] === NO_ORDER
}

/** The step after one, leaving out what has nothing to ask. */
export function stepAfter(step: RegistrationStep, texts: RegistrationTexts): RegistrationStep {
  const later = REGISTRATION_STEPS.slice(REGISTRATION_STEPS.indexOf(step) + 1)
  return later.find((next) => !isSkipped(next, texts)) ?? 'review'
}

/** The step before one, or null for the first. */
export function stepBefore(step: RegistrationStep, texts: RegistrationTexts): RegistrationStep | null {
  const earlier = REGISTRATION_STEPS.slice(0, REGISTRATION_STEPS.indexOf(step))
  return earlier.findLast((previous) => !isSkipped(previous, texts)) ?? null
}
