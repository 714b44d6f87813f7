import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/submit-button'
import { typeOf } from '@/lib/entry/order-texts'
import { stepBefore } from '@/lib/entry/registration-steps'
import type { RegistrationTexts } from '@/lib/entry/registration-texts'
import type { RegistrationState } from './use-registration'

type StepButtonsProps = { registration: RegistrationState; texts: RegistrationTexts; children: ReactNode }

/** On, or at the end the sending; back; and what else can be done. */
export function StepButtons({ registration, texts, children }: StepButtonsProps) {
  const { step, show, submission } = registration
  const { pending, retrying } = submission
  const before = stepBefore(step, texts)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SubmitButton pending={pending}>{step === 'review' ? wordsForSending(texts) : 'Continue'}</SubmitButton>
      {before && (
        <button type="button" disabled={pending} onClick={() => show(before)} className={buttonStyle()}>
          Back
        </button>
      )}
      {!pending && children}
      <p role="status" className="text-ink-soft text-sm">
        {retrying && 'No answer yet. Asking again …'}
      </p>
    </div>
  )
}

function wordsForSending(texts: RegistrationTexts): string {
  return typeOf(texts['order.type']) === null ? 'Register' : 'Register and take the order'
}
