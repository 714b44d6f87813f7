import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { accounts, sessions, users, verifications } from '@/db/schema/accounts'
import { PASSWORD_MIN, SESSION_IDLE_HOURS, TYPED_PASSWORD_MAX } from '@/lib/accounts/limits'
import { getDatabase } from '@/lib/server/database'
import { hashPassword, verifyPassword } from './password-hash'
import { sessionCookieAttributes, sessionCookieName, sessionSecret } from './session-cookie'

export type Auth = ReturnType<typeof createAuth>

const PASSWORD_WORK = {
  hash: hashPassword,
  verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password),
}
type PasswordWork = typeof PASSWORD_WORK

let ofThisProcess: Auth | undefined

/** The one better-auth of this process. It checks passwords and begins sessions; its HTTP handler is not mounted. */
export function getAuth(): Auth {
  ofThisProcess ??= createAuth(getDatabase())
  return ofThisProcess
}

/**
 * better-auth over our tables. Sessions are extended and limited by `db/queries/callers.ts`, failed sign-ins are counted
 * by `db/commands/sign-in-throttle.ts`, and people are made by `db/commands`, each in one transaction with its audit
 * entry: what better-auth has of its own for these is off.
 */
export function createAuth(db: NodePgDatabase, password: PasswordWork = PASSWORD_WORK) {
  return betterAuth({
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    secret: sessionSecret(),
    baseURL: 'http://127.0.0.1',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      // Of UTF-16 units as they were typed, where ours counts characters after normalisation: that of the contract.
      maxPasswordLength: TYPED_PASSWORD_MAX,
      password,
    },
    session: {
      expiresIn: SESSION_IDLE_HOURS * 60 * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: () => uuidv7() },
      ipAddress: { disableIpTracking: true },
      // Set by itself, it would put `__Secure-` before our own `__Host-`.
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookieName(), attributes: sessionCookieAttributes() } },
    },
  })
}
