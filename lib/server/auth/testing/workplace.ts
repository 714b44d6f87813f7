import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { vi } from 'vitest'
import { type Caller, callerOf, shellCaller } from '@/db/access'
import { ensureBusiness } from '@/db/commands/business'
import { ensurePerson } from '@/db/commands/new-person'
import { findSessionHolder } from '@/db/queries/callers'
import { findCredential } from '@/db/queries/credentials'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import type { Access } from '@/lib/accounts/contract'
import { createAuth } from '@/lib/server/auth/auth'
import { hashPassword, verifyPassword } from '@/lib/server/auth/password-hash'
import { readSessionCookie } from '@/lib/server/auth/session-cookie'
import { signIn } from '@/lib/server/auth/sign-in'
import type { Visitor } from '@/lib/server/auth/visitor'

export const GOOD_PASSWORD = 'kahawa chungu ya asubuhi'
export const LIMITS = { idleHours: 12, absoluteDays: 30, touchMinutes: 5 }
const NOBODY: Omit<Access, 'role'> = { all_branches: true, branches: [] }

type CookieAttributes = Parameters<Visitor['setCookie']>[2]

/** A browser: its cookies by name, as the server has set them, and the attributes of each setting in turn. */
export type Browser = { visitor: Visitor; cookies: Map<string, string>; attributes: CookieAttributes[] }

/** A database of a business with the branches main, north and south, and ways to be somebody there. */
export type Workplace = TestDatabase & {
  /** Makes an account with GOOD_PASSWORD; returns its id. */
  addPerson(email: string, access?: Partial<Access>): Promise<string>
  browser(headers?: Record<string, string>): Browser
  /** Signs in and returns the caller that the session's cookie makes. */
  signedIn(email: string, password?: string): Promise<{ caller: Caller; browser: Browser; token: string }>
  /** The person of a session token, or null once it has ended. */
  holderOf(token: string): ReturnType<typeof findSessionHolder>
  rows(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]>
  /** How many passwords were hashed or checked by sign-ins. */
  passwordWork(): number
  /** The actions of the audit log, in order. */
  audited(): Promise<string[]>
}

export async function openWorkplace(): Promise<Workplace> {
  vi.stubEnv('SESSION_SECRET', 'a secret of tests that is long enough')
  const database = await createTestDatabase()
  const { db } = database
  await ensureBusiness(db, { name: 'Kilimo Motors' })
  await db
    .insert(branches)
    .values(['north', 'south'].map((code, index) => ({ id: uuidv7(), code, name: code, position: index + 1 })))
  let passwordWork = 0
  const auth = createAuth(db, {
    hash: (password) => {
      passwordWork++
      return hashPassword(password)
    },
    verify: ({ hash, password }) => {
      passwordWork++
      return verifyPassword(hash, password)
    },
  })
  const passwordHash = await hashPassword(GOOD_PASSWORD)
  const browser = (headers: Record<string, string> = {}): Browser => {
    const cookies = new Map<string, string>()
    const attributes: CookieAttributes[] = []
    const setCookie: Visitor['setCookie'] = (name, value, given) => {
      cookies.set(name, value)
      attributes.push(given)
    }
    return { cookies, attributes, visitor: { db, auth, headers: new Headers(headers), setCookie } }
  }
  const holderOf = (token: string) => findSessionHolder(db, token, LIMITS)
  const rows = async (query: ReturnType<typeof sql>) => (await db.execute(query)).rows
  return {
    ...database,
    browser,
    holderOf,
    rows,
    passwordWork: () => passwordWork,
    async addPerson(email, access = {}) {
      const person = { name: `Name of ${email}`, email, passwordHash }
      await ensurePerson(db, shellCaller(), person, { role: 'viewer', ...NOBODY, ...access }, false)
      return (await findCredential(db, email))?.userId ?? ''
    },
    async signedIn(email, password = GOOD_PASSWORD) {
      const used = browser()
      const result = await signIn({ email, password }, used.visitor)
      const token = readSessionCookie(used.cookies.get('session'))
      const holder = token && (await holderOf(token))
      if (!result.ok || !token || !holder) throw new Error(`${email} can not sign in`)
      return { caller: callerOf('person', holder, { address: null, requestId: null }), browser: used, token }
    },
    audited: async () =>
      (await rows(sql`select action from audit_log order by at, id`)).map((row) => String(row.action)),
  }
}
