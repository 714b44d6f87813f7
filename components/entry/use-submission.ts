'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { type Draft, withSent, withUnsaved } from '@/lib/entry/draft'
import type { FailedField } from '@/lib/failure'
import { isRefusal, type Submission, type Submitted, settle } from './settle-submission'
import type { KeptDraft } from './use-draft'

const RETRIES = 3
const FIRST_PAUSE_MS = 400

type SubmissionOptions<Field extends string, S extends z.ZodType> = {
  url: string
  schema: S
  kept: Pick<KeptDraft<Field>, 'update' | 'forget'>
  onSaved: (submitted: Submitted<z.output<S>>) => void
  /** What the server said against fields, by their names. */
  onRefused: (problems: readonly FailedField[]) => void
}

/**
 * Sends a draft under its key, once however often it is pressed, and again by itself where no answer came: the server
 * knows the key and answers the second time as it would have the first.
 */
export function useSubmission<Field extends string, S extends z.ZodType>(options: SubmissionOptions<Field, S>) {
  const { url, schema, kept, onSaved, onRefused } = options
  const queryClient = useQueryClient()
  const busy = useRef(false)
  const lost = useRef(false)
  const open = useOpen()
  const post = ({ key, body }: Submission) =>
    fetchAnswer(url, schema, undefined, { method: 'POST', body, idempotencyKey: key })
  const { mutate, reset, isPending, failureCount, error } = useMutation({
    networkMode: 'always',
    retry: (failures, error) => failures < RETRIES && !isRefusal(error),
    retryDelay: (failures) => FIRST_PAUSE_MS * 2 ** failures,
    mutationFn: (submission: Submission) =>
      settle(submission, post).catch((failure: unknown) => {
        lost.current ||= !isRefusal(failure)
        throw failure
      }),
    onSuccess: (submitted, { key }) => {
      // Whoever has left the page meanwhile stays where they are.
      if (open.current) onSaved(submitted)
      else kept.forget(key)
      // Lists and figures that are remembered are of before.
      void queryClient.invalidateQueries()
    },
    onError: (_, { body, sent }) => {
      // What was saved although its answer was lost is a customer who is known by now.
      void queryClient.invalidateQueries({ queryKey: ['duplicates'] })
      // What was refused each time was not saved; of what was ever lost nobody knows, so it is remembered.
      if (open.current && !lost.current && !sent.includes(body)) kept.update((draft) => withUnsaved(draft, body))
    },
    onSettled: () => {
      busy.current = false
    },
  })
  const send = ({ key, sent }: Pick<Draft<Field>, 'key' | 'sent'>, body: string) => {
    if (busy.current) return
    busy.current = true
    lost.current = false
    kept.update((draft) => withSent({ ...draft, key, sent }, body))
    // Told once the fields can be focused again, and to nobody who has left.
    mutate({ key, sent, body }, { onError: (failure) => isRefusal(failure) && onRefused(failure.fields) })
  }
  const dismiss = () => {
    if (!busy.current) reset()
  }
  return { send, pending: isPending, retrying: isPending && failureCount > 0, failure: error, dismiss }
}

/** Whether the page is still open. */
function useOpen() {
  const open = useRef(false)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])
  return open
}
