'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { RequestFailure } from '@/components/query/request-failure'
import type { Draft } from '@/lib/entry/draft'
import type { FailedField } from '@/lib/failure'
import type { KeptDraft } from './use-draft'

const RETRIES = 3
const FIRST_PAUSE_MS = 400
const KEY_REUSED = 422

type Submission = Pick<Draft<string>, 'key' | 'sent'> & { body: string }

/** What became of it; `earlier` where what was saved is what was sent before the last changes. */
export type Submitted<Answer> = { answer: Answer; earlier: boolean }

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
  const open = useOpen()
  const post = ({ key, body }: Submission) =>
    fetchAnswer(url, schema, undefined, { method: 'POST', body, idempotencyKey: key })
  const { mutate, reset, isPending, failureCount, error } = useMutation({
    networkMode: 'always',
    retry: (failures, error) => failures < RETRIES && !isRefusal(error),
    retryDelay: (failures) => FIRST_PAUSE_MS * 2 ** failures,
    mutationFn: async (submission: Submission) => settle(submission, post),
    onSuccess: (submitted) => {
      // Whoever has left the page meanwhile stays where they are.
      if (open.current) onSaved(submitted)
      else kept.forget()
      // Lists and figures that are remembered are of before.
      void queryClient.invalidateQueries()
    },
    onError: (failure, { body }) => {
      if (!open.current) return
      // What was refused was not saved; of what was lost nobody knows, so it is remembered.
      if (isRefusal(failure)) kept.update((draft) => ({ ...draft, sent: draft.sent.filter((each) => each !== body) }))
      if (failure instanceof RequestFailure) onRefused(failure.fields)
    },
    onSettled: () => {
      busy.current = false
    },
  })
  const send = ({ key, sent }: Draft<Field>, body: string) => {
    if (busy.current) return
    busy.current = true
    kept.update((draft) => ({ ...draft, sent: [...new Set([...draft.sent, body])].slice(-20) }))
    mutate({ key, sent, body })
  }
  return { send, pending: isPending, retrying: isPending && failureCount > 0, failure: error, dismiss: reset }
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

/**
 * The answer to what is sent. Where the key belongs to another body, one that was sent before its answer was lost was
 * saved: asking for that one again tells what became of it.
 */
async function settle<Answer>(
  submission: Submission,
  post: (submission: Submission) => Promise<Answer>,
): Promise<Submitted<Answer>> {
  try {
    return { answer: await post(submission), earlier: false }
  } catch (failure) {
    if (!(failure instanceof RequestFailure) || failure.status !== KEY_REUSED) throw failure
    for (const body of submission.sent.filter((each) => each !== submission.body)) {
      const answer = await post({ ...submission, body }).catch((again: unknown) => {
        if (isRefusal(again)) return null
        throw again
      })
      if (answer !== null) return { answer, earlier: true }
    }
    throw failure
  }
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof RequestFailure && failure.isRefusal
}
