import clsx from 'clsx'
import { Check } from 'lucide-react'
import { reachableStep } from '@/lib/entry/registration-check'
import { isSkipped, REGISTRATION_STEPS, type RegistrationStep } from '@/lib/entry/registration-steps'
import type { RegistrationTexts } from '@/lib/entry/registration-texts'
import type { FailedField } from '@/lib/failure'
import { STEP_WORDS } from './step-words'

type StepsProgressProps = {
  step: RegistrationStep
  texts: RegistrationTexts
  /** All that keeps the registration from being sent. */
  problems: readonly FailedField[]
  disabled: boolean
  onShow: (step: RegistrationStep) => void
}

/** Where in the registration somebody is; a step that lies behind them can be opened again. */
export function StepsProgress({ step, texts, problems, disabled, onShow }: StepsProgressProps) {
  const place = REGISTRATION_STEPS.indexOf(step)
  return (
    <ol aria-label="Progress" className="mt-4 grid max-w-160 grid-cols-4 gap-2">
      {REGISTRATION_STEPS.map((each, index) => {
        const skipped = isSkipped(each, texts) && each !== step
        const reachable = index < place && !skipped && reachableStep(problems, each) === each
        return (
          <li
            key={each}
            aria-current={each === step ? 'step' : undefined}
            className={clsx(
              'border-t-2 text-xs sm:text-sm',
              index <= place && !skipped ? 'border-accent' : 'border-line-strong',
              each === step ? 'font-semibold' : 'text-ink-soft',
            )}
          >
            {reachable ? (
              <button
                type="button"
                disabled={disabled}
                onClick={() => onShow(each)}
                className="flex min-h-10 w-full items-start gap-1 pt-1.5 text-left hover:text-ink disabled:cursor-not-allowed disabled:opacity-50"
              >
                <Check aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-accent" />
                {STEP_WORDS[each]}
                <span className="sr-only"> (done)</span>
              </button>
            ) : (
              <span className={clsx('block min-h-10 pt-1.5', skipped && 'line-through')}>
                {STEP_WORDS[each]}
                {skipped && <span className="sr-only"> (not needed)</span>}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
