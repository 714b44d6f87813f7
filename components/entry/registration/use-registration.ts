'use client'

import { useState } from 'react'
import { useDraft } from '@/components/entry/use-draft'
import { useEntryForm } from '@/components/entry/use-entry-form'
import { useSubmission } from '@/components/entry/use-submission'
import { registeredSchema, registrationSchema } from '@/lib/customers/registration'
import type { EntryChoices } from '@/lib/entry/choices'
import { maybeSaved, renewed } from '@/lib/entry/draft'
import { problemsOfStep, reachableStep, registrationProblems } from '@/lib/entry/registration-check'
import { type RegistrationStep, stepAfter, stepOfField } from '@/lib/entry/registration-steps'
import { knownAtFirst, REGISTRATION_FIELDS, registrationBody } from '@/lib/entry/registration-texts'
import { useRegistrationUrl } from './use-registration-url'

/** What was registered, as far as the page still knows it. */
export type SavedRegistration = { name: string; earlier: boolean }

/** A registration: the draft is in the tab, the step in the URL, the answer in the database. */
export function useRegistration(choices: EntryChoices, personId: string) {
  const url = useRegistrationUrl()
  const kept = useDraft({
    kind: 'registration',
    personId,
    about: null,
    fields: REGISTRATION_FIELDS,
    known: knownAtFirst(choices),
  })
  const { draft } = kept
  const found = draft ? registrationProblems(draft.texts, choices, new Date()) : []
  const step = reachableStep(found, url.step)
  const form = useEntryForm(kept, step)
  const [saved, setSaved] = useState<SavedRegistration | null>(null)
  const submission = useSubmission({
    url: '/api/customers',
    schema: registeredSchema,
    kept,
    onSaved: ({ answer, earlier }) => {
      setSaved({ name: draft?.texts.full_name ?? '', earlier })
      url.showDone(answer)
      kept.restart()
    },
    onRefused: (problems) => {
      const [first] = problems
      if (first) url.show(stepOfField(first.name))
      form.tell(problems)
    },
  })
  const show = (next: RegistrationStep) => {
    form.tell([])
    submission.dismiss()
    url.show(next)
  }
  const goOn = (asNew = false) => {
    if (!draft) return
    const wrong = problemsOfStep(found, step)
    if (wrong.length > 0) return form.tell(wrong)
    if (step !== 'review') return show(stepAfter(step, draft.texts))
    const body = JSON.stringify(registrationSchema.parse(registrationBody(draft.texts, choices)))
    submission.send(asNew ? renewed(draft) : draft, body)
  }
  const startOver = () => {
    kept.restart()
    setSaved(null)
    show('who')
  }
  const unsure = draft !== null && maybeSaved(draft)
  return { url, kept, found, step, form, saved, submission, unsure, show, goOn, startOver }
}
export type RegistrationState = ReturnType<typeof useRegistration>
