import { unstable_rethrow } from 'next/navigation'
import { v7 as uuidv7 } from 'uuid'
import type { FormResult, Refusal } from '@/lib/accounts/form-result'
import { RequestError } from '@/lib/failure'
import { type FormState, keepValues } from '@/lib/form-state'
import { describeError, isUnavailable } from './database-errors'
import { log } from './log'
import { withRequestId } from './request-id'

/**
 * Wraps the work of a server action as `route` wraps a handler's: an id, one log line, and every failure as an answer
 * that the form shows. `keep` names the fields that may be shown again, never a secret.
 */
export async function answerForm<Done>(
  action: string,
  form: FormData,
  keep: readonly string[],
  work: () => Promise<FormResult<Done>>,
): Promise<FormState<Done>> {
  const id = uuidv7()
  const begun = performance.now()
  let status = 303
  try {
    const result = await withRequestId(id, work).catch((error: unknown) => refusalOf(error, id))
    status = result.ok ? 200 : result.status
    if (result.ok) return { status: 'done', done: result }
    return { status: 'refused', error: result.error, fields: result.fields, kept: keepValues(form, keep) }
  } finally {
    log.info({ id, action, status, ms: Math.round(performance.now() - begun) })
  }
}

/** A failure as a refusal. A redirect is thrown too: it goes on to Next. */
function refusalOf(error: unknown, id: string): Refusal {
  unstable_rethrow(error)
  if (error instanceof RequestError)
    return { ok: false, status: error.status, error: error.message, fields: error.fields }
  log.error({ id, ...describeError(error) })
  return isUnavailable(error)
    ? { ok: false, status: 503, error: 'The database can not be reached or is busy. Try again.', fields: [] }
    : { ok: false, status: 500, error: 'The server failed to do this. Nothing was changed.', fields: [] }
}
