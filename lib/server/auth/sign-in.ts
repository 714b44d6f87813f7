import { APIError } from 'better-auth/api'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { writeAnonymousAudit } from '@/db/commands/audit'
import { confirmSession, discardSession } from '@/db/commands/sessions'
import { forgiveAccount, removeOldFailures, type Subjects } from '@/db/commands/sign-in-throttle'
import { type Credential, findCredential } from '@/db/queries/credentials'
import { signInSchema } from '@/lib/accounts/contract'
import type { FormResult, Refusal } from '@/lib/accounts/form-result'
import { SIGN_IN_FAILURES_PER_ACCOUNT, SIGN_IN_WINDOW_MINUTES } from '@/lib/accounts/limits'
import { handleForm, refuse } from './form'
import { RefusalTime } from './refusal-time'
import { sessionCookieAttributes, sessionCookieName } from './session-cookie'
import { mayTry, subjectsOf } from './throttle'
import { actionVisitor, originOf, type Visitor } from './visitor'

const WRONG = `The e-mail or the password is not right. After ${SIGN_IN_FAILURES_PER_ACCOUNT} failures an account rests for ${SIGN_IN_WINDOW_MINUTES} minutes.`

const refusalTime = new RefusalTime()

/**
 * Signs in by e-mail and password and sets the session's cookie. A wrong password, an unknown e-mail and a disabled
 * account get one answer, after the same work; so does a throttled attempt, with 429 and without any look at a password.
 * While so many fail that e-mails are guessed at, an unknown one gets it after the same time, and is not written down.
 */
export async function signIn(input: unknown, visitor?: Visitor): Promise<FormResult> {
  const from = visitor ?? (await actionVisitor())
  return handleForm(signInSchema, input, (credentials) => signInByPassword(from, credentials))
}

/** The same for credentials that are known to have the form of some. */
export async function signInByPassword(
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<FormResult> {
  const { db } = visitor
  const counted = subjectsOf(visitor, email)
  const attempt = await mayTry(visitor, counted)
  if (!attempt.allowed) return { ...refuse(429, WRONG), retryAfterSeconds: attempt.retryAfterSeconds }
  const credential = await findCredential(db, email)
  if (!credential && attempt.isCrowded && (await refusalTime.pass())) return refuse(401, WRONG)
  return refusalTime.learn(async () => {
    const begun = await beginSession(visitor, email, password)
    if (begun && (await isGood(visitor, begun.token, credential, counted))) {
      visitor.setCookie(sessionCookieName(), begun.cookie, sessionCookieAttributes())
      return { ok: true }
    }
    return fail(visitor, credential?.userId)
  })
}

/**
 * Signs in whoever has just chosen this password, whatever failed for this account before it. Where that does not work
 * (somebody goes on guessing) the password stands all the same, and they sign in later.
 */
export async function signInAnew(
  visitor: Visitor,
  credentials: { email: string; password: string },
): Promise<FormResult> {
  await forgiveAccount(visitor.db, subjectsOf(visitor, credentials.email))
  await signInByPassword(visitor, credentials)
  return { ok: true }
}

/** Whether a begun session may be used; where not, as for a disabled account, it is gone. */
async function isGood(visitor: Visitor, token: string, credential: Credential | null, counted: Subjects) {
  if (!credential) {
    await discardSession(visitor.db, token)
    return false
  }
  const userAgent = visitor.headers.get('user-agent')?.slice(0, 300) ?? null
  return confirmSession(visitor.db, originOf(visitor), { token, userAgent, ...credential }, counted)
}

/** Has better-auth check the password and begin a session; null where it is not right. */
async function beginSession({ auth }: Visitor, email: string, password: string) {
  try {
    const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
    const cookie = parseSetCookieHeader(headers.get('set-cookie') ?? '').get(sessionCookieName())
    if (!cookie) throw new Error('a session was begun without its cookie')
    return { token: response.token, cookie: cookie.value }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}

async function fail(visitor: Visitor, userId: string | undefined): Promise<Refusal> {
  const subject = userId ? ({ kind: 'user', id: userId } as const) : undefined
  await writeAnonymousAudit(visitor.db, originOf(visitor), { action: 'sign_in.failed', subject })
  // Guesses at ever new e-mails do not pile up.
  await removeOldFailures(visitor.db, SIGN_IN_WINDOW_MINUTES)
  return refuse(401, WRONG)
}
