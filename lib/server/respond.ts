import { v7 as uuidv7 } from 'uuid'
import { RequestError } from '@/lib/failure'
import type { Failure } from '@/lib/failure-contract'
import { describeError, isUnavailable } from './database-errors'
import { log } from './log'
import { withRequestId } from './request-id'
import { setTransportSecurity } from './security-headers'

const HEADERS_BY_STATUS: Partial<Record<number, HeadersInit>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  429: { 'Retry-After': '15' },
  503: { 'Retry-After': '5' },
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/**
 * Wraps a route handler: each request has an id (`X-Request-Id`, `currentRequestId`), one log line with its pattern, and
 * an answer that is never cached. A RequestError becomes the envelope of `lib/failure.ts`, a lost database 503, anything
 * else a bare 500.
 */
export function route<Context>(pattern: string, handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const id = uuidv7()
    const begun = performance.now()
    const response = await withRequestId(id, () => handler(request, context)).catch((error: unknown) =>
      toResponse(error, id),
    )
    response.headers.set('X-Request-Id', id)
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
    setTransportSecurity(response.headers)
    log.info({ id, route: pattern, status: response.status, ms: Math.round(performance.now() - begun) })
    return response
  }
}

function toResponse(error: unknown, id: string): Response {
  if (error instanceof RequestError) return failure(error, id)
  log.error({ id, ...describeError(error) })
  if (isUnavailable(error))
    return failure(new RequestError(503, 'unavailable', 'The database can not be reached or is busy. Try again.'), id)
  return failure(new RequestError(500, 'failed', 'The server failed to answer. Nothing was changed.'), id)
}

function failure({ status, code, message, fields }: RequestError, id: string): Response {
  const body: Failure = { success: false, error: message, code, fields, request_id: id }
  return Response.json(body, { status, headers: HEADERS_BY_STATUS[status] })
}
