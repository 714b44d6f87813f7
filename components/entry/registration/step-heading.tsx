import { REGISTRATION_STEPS, type RegistrationStep } from '@/lib/entry/registration-steps'
import { STEP_WORDS } from './step-words'

/** The name of a step, which is focused when somebody comes to it. */
export function StepHeading({ step }: { step: RegistrationStep }) {
  return (
    <h2 tabIndex={-1} className="font-semibold text-lg tracking-tight outline-none">
      <span className="sr-only">
        Step {REGISTRATION_STEPS.indexOf(step) + 1} of {REGISTRATION_STEPS.length}:{' '}
      </span>
      {STEP_WORDS[step]}
    </h2>
  )
}
