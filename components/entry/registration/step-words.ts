import type { RegistrationStep } from '@/lib/entry/registration-steps'

/** The words on the screen for the steps of a registration. */
export const STEP_WORDS: Record<RegistrationStep, string> = {
  who: 'Who',
  purpose: 'What they came for',
  details: 'Vehicle and order',
  review: 'Review',
}
