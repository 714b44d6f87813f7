import '@/lib/zod-without-eval'
import type { z } from 'zod'
import { failureSchema } from '@/lib/failure'
import { RequestFailure } from './request-failure'

const PATIENCE_MS = 30_000

/** Fetches JSON and parses it by its contract. Throws `RequestFailure`, and an abort as it is. */
export async function fetchAnswer<S extends z.ZodType>(
  url: string,
  schema: S,
  signal: AbortSignal,
): Promise<z.output<S>> {
  const response = await ask(url, signal)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw failureOf(response.status, body)
  const answer = schema.safeParse(body)
  if (!answer.success)
    throw new RequestFailure(response.status, 'The server gave an answer that this page can not read.')
  return answer.data
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new RequestFailure(0, 'The server could not be reached. Check the connection and try again.')
  }
}

function failureOf(status: number, body: unknown): RequestFailure {
  const failure = failureSchema.safeParse(body)
  if (!failure.success) return new RequestFailure(status, `The server answered with an error (${status}).`)
  const { error, fields, request_id } = failure.data
  return new RequestFailure(status, error, fields, request_id)
}
