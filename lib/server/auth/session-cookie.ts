import { createHmac, timingSafeEqual } from 'node:crypto'
import { SESSION_ABSOLUTE_DAYS } from '@/lib/accounts/limits'
import { EnvError, readEnv } from '@/lib/env'

const SIGNED = /^(?<token>[A-Za-z0-9_-]{16,128})\.(?<signature>[A-Za-z0-9+/]{43}=)$/

/** Whether people reach us by https, so that cookies are Secure. */
export function isHttps(): boolean {
  return readEnv().PUBLIC_URL?.startsWith('https:') ?? false
}

/** The `__Host-` prefix needs https: a browser drops such a cookie over http. */
export function sessionCookieName(): string {
  return isHttps() ? '__Host-session' : 'session'
}

/** The browser keeps the cookie as long as a session can last; the session's row decides when it ends. */
export function sessionCookieAttributes() {
  const maxAge = SESSION_ABSOLUTE_DAYS * 24 * 60 * 60
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), maxAge } as const
}

/**
 * What session cookies are signed with, so that a copy of the database alone opens no session.
 * @throws EnvError where the server was started past its command, which makes one.
 */
export function sessionSecret(): string {
  const secret = readEnv().SESSION_SECRET
  if (!secret) throw new EnvError('SESSION_SECRET must be set: start the server by `npm start` or `npm run demo`.')
  return secret
}

/** The session's token in a cookie's decoded value; null where it is malformed or not signed by us. */
export function readSessionCookie(value: string | undefined): string | null {
  const { token, signature } = SIGNED.exec(value ?? '')?.groups ?? {}
  if (!token || !signature) return null
  const expected = createHmac('sha256', sessionSecret()).update(token).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'base64')) ? token : null
}
