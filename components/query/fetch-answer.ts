import '@/lib/zod-without-eval'
import type { z } from 'zod'
import { RequestFailure } from './request-failure'

const PATIENCE_MS = 30_000
const UNREACHABLE = 'The server could not be reached. Check the connection and try again.'

/** What is sent: JSON or a file as `body`, and the key by which a second sending of the same is known. */
export type Sending = { method: 'POST' | 'PATCH'; body: string | Blob; idempotencyKey?: string }

/** A file may take as long as a slow line needs. */
const FILE_PATIENCE_MS = 15 * 60_000

/** A contract whose code is fetched when it is first needed, so that no page waits for it. */
export type LaterContract<S> = () => Promise<S>

/** Fetches JSON and parses it by its contract. Throws `RequestFailure`, and an abort as it is. */
export async function fetchAnswer<S extends z.ZodType>(
  url: string,
  contract: S | LaterContract<S>,
  signal?: AbortSignal,
  sending?: Sending,
): Promise<z.output<S>> {
  const [response, schema] = await Promise.all([ask(url, signal, sending), readyContract(contract)])
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw await failureOf(response.status, body)
  const answer = schema.safeParse(body)
  if (!answer.success)
    throw new RequestFailure(response.status, 'The server gave an answer that this page can not read.')
  return answer.data
}

async function readyContract<C extends object>(contract: C | LaterContract<C>): Promise<C> {
  if (typeof contract !== 'function') return contract
  return contract().catch(() => {
    throw new RequestFailure(0, UNREACHABLE)
  })
}

async function ask(url: string, signal?: AbortSignal, sending?: Sending): Promise<Response> {
  const patience = AbortSignal.timeout(sending?.body instanceof Blob ? FILE_PATIENCE_MS : PATIENCE_MS)
  try {
    return await fetch(url, {
      ...(sending && sentAs(sending)),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new RequestFailure(0, UNREACHABLE)
  }
}

function sentAs({ method, body, idempotencyKey }: Sending): RequestInit {
  const headers = new Headers({
    'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json',
  })
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey)
  return { method, body, headers }
}

async function failureOf(status: number, body: unknown): Promise<RequestFailure> {
  const { failureSchema } = await readyContract(() => import('@/lib/failure-contract'))
  const failure = failureSchema.safeParse(body)
  if (!failure.success) return new RequestFailure(status, `The server answered with an error (${status}).`)
  const { error, fields, request_id, code } = failure.data
  return new RequestFailure(status, error, fields, request_id, code)
}
