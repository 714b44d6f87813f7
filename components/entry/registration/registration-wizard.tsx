'use client'

import { EntryFailure } from '@/components/entry/entry-failure'
import { EntryFieldset } from '@/components/entry/entry-fieldset'
import { FormSkeleton } from '@/components/entry/form-skeleton'
import { StartOver } from '@/components/entry/start-over'
import type { EntryChoices } from '@/lib/entry/choices'
import { isBlank } from '@/lib/entry/draft'
import { problemsOfStep } from '@/lib/entry/registration-check'
import { knownAtFirst, REGISTRATION_FIELDS } from '@/lib/entry/registration-texts'
import { DetailsStep } from './details-step'
import { DuplicatesPanel } from './duplicates-panel'
import { PurposeStep } from './purpose-step'
import { RegisteredScreen } from './registered-screen'
import { ReviewStep } from './review-step'
import { StepButtons } from './step-buttons'
import { StepHeading } from './step-heading'
import { StepsProgress } from './steps-progress'
import { useRegistration } from './use-registration'
import { WhoStep } from './who-step'

type RegistrationWizardProps = { choices: EntryChoices; personId: string }

/** A new customer in a few steps, sent once at the end. */
export function RegistrationWizard({ choices, personId }: RegistrationWizardProps) {
  const registration = useRegistration(choices, personId)
  const { url, kept, found, step, form, unsure, show, goOn, startOver } = registration
  const { pending, failure } = registration.submission
  if (url.done) return <RegisteredScreen {...url.done} saved={registration.saved} onAnother={startOver} />
  if (!kept.draft) return <FormSkeleton />
  const { texts, key } = kept.draft
  const blank = isBlank(kept.draft, REGISTRATION_FIELDS, knownAtFirst(choices))
  return (
    <>
      <StepsProgress step={step} texts={texts} problems={found} disabled={pending} onShow={show} />
      <form
        ref={form.form}
        noValidate
        aria-busy={pending}
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
        className="relative mt-4 grid max-w-160 grid-cols-[minmax(0,1fr)] gap-5 rounded-box border bg-surface p-4 sm:p-6"
      >
        <StepHeading step={step} />
        <EntryFailure
          failure={failure}
          elsewhere={problemsOfStep(form.problems, 'review')}
          what="registration"
          unsure={unsure}
          onRetry={() => goOn()}
          onSendAsNew={() => goOn(true)}
        />
        <EntryFieldset disabled={pending}>
          {step === 'who' && <WhoStep fields={form.fields} choices={choices} texts={texts} />}
          {step === 'purpose' && <PurposeStep fields={form.fields} />}
          {step === 'details' && <DetailsStep fields={form.fields} choices={choices} texts={texts} />}
          {step === 'review' && <ReviewStep texts={texts} choices={choices} onShow={show} />}
        </EntryFieldset>
        <DuplicatesPanel
          texts={texts}
          choices={choices}
          personId={personId}
          unsure={unsure}
          onUse={() => kept.forget(key)}
        />
        <StepButtons registration={registration} texts={texts}>
          {!blank && <StartOver title="Drop this registration?" unsure={unsure} onStartOver={startOver} />}
        </StepButtons>
      </form>
    </>
  )
}
