import { RequestFailure } from '@/components/query/request-failure'
import type { Draft } from '@/lib/entry/draft'

/** A body that is sent under the key of its draft, with those that were sent before it. */
export type Submission = Pick<Draft<string>, 'key' | 'sent'> & { body: string }

/** What became of it; `earlier` where what was saved is what was sent before the last changes. */
export type Submitted<Answer> = { answer: Answer; earlier: boolean }

/** The server judges none of these by the body: whether the same was saved before, they do not tell. */
const NOT_ABOUT_THE_BODY = new Set([401, 403, 429])

/**
 * The answer to what is sent. Where the key belongs to another body, one that was sent before its answer was lost was
 * saved: asking for that one again tells what became of it.
 * @throws RequestFailure with `key_reused` where something was saved under the key, but none of these bodies.
 */
export async function settle<Answer>(
  submission: Submission,
  post: (submission: Submission) => Promise<Answer>,
): Promise<Submitted<Answer>> {
  try {
    return { answer: await post(submission), earlier: false }
  } catch (failure) {
    if (!isKeyReused(failure)) throw failure
    for (const body of submission.sent.filter((each) => each !== submission.body)) {
      const answer = await post({ ...submission, body }).catch((again: unknown) => {
        if (isRefusal(again) && !NOT_ABOUT_THE_BODY.has(again.status)) return null
        throw again
      })
      if (answer !== null) return { answer, earlier: true }
    }
    throw failure
  }
}

export function isRefusal(failure: unknown): failure is RequestFailure {
  return failure instanceof RequestFailure && failure.isRefusal
}

/** Whether something else was saved under the key before. */
export function isKeyReused(failure: unknown): boolean {
  return failure instanceof RequestFailure && failure.code === 'key_reused'
}
