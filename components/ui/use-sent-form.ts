'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import type { FormAction, FormState } from '@/lib/form-state'

const LOST: Omit<FormState & { status: 'refused' }, 'kept'> = {
  status: 'refused',
  error:
    'The server could not be reached, and it is not known whether this was saved. Reload the page to see, before you send it again.',
  fields: [],
}

/**
 * A form that a server action answers. Before the page is alive, or without JavaScript, the browser sends it and the
 * page is made anew; afterwards it is sent from here, so that what was typed stays, and a lost connection is told.
 */
export function useSentForm<Done>(action: FormAction<Done>) {
  const [made, dispatch] = useActionState(action, { status: 'blank' })
  const [answered, setAnswered] = useState<FormState<Done> | null>(null)
  const [pending, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const state = answered ?? made

  useEffect(() => {
    if (state.status !== 'refused') return
    const at = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const wrong = at('[aria-invalid=true]') ?? at('[role=alert]')
    wrong?.focus()
  }, [state])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const sent = new FormData(event.currentTarget)
    startTransition(async () => {
      const answer = await action(state, sent).catch((failure: unknown): FormState<Done> => {
        unstable_rethrow(failure)
        return { ...LOST, kept: {} }
      })
      startTransition(() => setAnswered(answer))
    })
  }
  return { state, pending, formProps: { ref: form, action: dispatch, onSubmit: send, noValidate: true } }
}
