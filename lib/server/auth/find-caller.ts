import { type Caller, callerOf } from '@/db/access'
import type { Database } from '@/db/client'
import { findKeyHolder, findSessionHolder } from '@/db/queries/callers'
import { SESSION_ABSOLUTE_DAYS, SESSION_IDLE_HOURS, SESSION_TOUCH_MINUTES } from '@/lib/accounts/limits'
import { RequestError } from '@/lib/failure'
import { currentRequestId } from '@/lib/server/request-id'
import { clientAddress } from './client-address'
import { assertOwnOrigin } from './own-origin'
import { hashToken, isApiKey } from './secrets'
import { readSessionCookie } from './session-cookie'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
const LIMITS = {
  idleHours: SESSION_IDLE_HOURS,
  absoluteDays: SESSION_ABSOLUTE_DAYS,
  touchMinutes: SESSION_TOUCH_MINUTES,
}

/** What a request shows of who sends it. */
export type Credentials = { headers: Headers; method: string; cookie: string | undefined }

/**
 * Who asks, or null where nobody is signed in. A Bearer header wins over a cookie, even a wrong one; a cookie does not
 * authorise what another site asks for.
 * @throws RequestError 401 `unauthenticated` for a key that is malformed, unknown, expired or revoked; 403 `cross_site`.
 */
export async function findCaller(db: Database, { headers, method, cookie }: Credentials): Promise<Caller | null> {
  const from = { address: clientAddress(headers), requestId: currentRequestId() }
  const bearer = /^Bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '')
  if (bearer) {
    const key = bearer[1]?.trim() ?? ''
    const holder = isApiKey(key) ? await findKeyHolder(db, hashToken(key)) : null
    if (!holder) throw unauthenticated('This key is not valid, has expired or was revoked.')
    return callerOf('key', holder, from)
  }
  const token = readSessionCookie(cookie)
  if (!token) return null
  if (!SAFE_METHODS.includes(method)) assertOwnOrigin(headers)
  const holder = await findSessionHolder(db, token, LIMITS)
  return holder && callerOf('person', holder, from)
}

/** The answer to somebody who must sign in first. */
export function unauthenticated(message = 'Sign in, or send a key as `Authorization: Bearer`.'): RequestError {
  return new RequestError(401, 'unauthenticated', message)
}
