import { z } from 'zod'
import type { Caller } from '@/db/access'
import { changePassword as setOwnPassword } from '@/db/commands/password'
import { changeOwnName } from '@/db/commands/people'
import { endSession as endOne, endOtherSessions as endOthers, signOut as endPresent } from '@/db/commands/sessions'
import { forgiveAttempt } from '@/db/commands/sign-in-throttle'
import { findCredentialOf } from '@/db/queries/credentials'
import { changePasswordSchema, ownNameSchema } from '@/lib/accounts/contract'
import type { FormResult } from '@/lib/accounts/form-result'
import { actionCaller } from './caller'
import { handleForm, refuse, refuseField } from './form'
import { acceptPassword, isRefusal } from './new-password'
import { verifyPassword } from './password-hash'
import { sessionCookieAttributes, sessionCookieName } from './session-cookie'
import { signInAnew } from './sign-in'
import { mayTry, subjectsOf } from './throttle'
import { actionVisitor, type Visitor } from './visitor'

/** Somebody who is signed in, at a form about their own account. */
export type Member = { caller: Caller; visitor: Visitor }

async function actionMember(): Promise<Member> {
  return { caller: await actionCaller('read'), visitor: await actionVisitor() }
}

/** Ends the present session and takes its cookie back; without one it does nothing. */
export async function signOut(given?: Member): Promise<FormResult> {
  const { caller, visitor } = given ?? (await actionMember())
  await endPresent(visitor.db, caller)
  visitor.setCookie(sessionCookieName(), '', { ...sessionCookieAttributes(), maxAge: 0 })
  return { ok: true }
}

/**
 * Sets a new password where the present one is right; every session ends, and this browser is given a new one. Wrong
 * ones are counted as failed sign-ins are: a session that was left open is no way to guess the password.
 */
export async function changePassword(input: unknown, given?: Member): Promise<FormResult> {
  const { caller, visitor } = given ?? (await actionMember())
  return handleForm(changePasswordSchema, input, async ({ current_password: current, new_password: next }) => {
    const own = caller.id ? await findCredentialOf(visitor.db, caller.id) : null
    if (!own) return refuse(403, 'Only a person has a password.')
    const counted = subjectsOf(visitor, own.email)
    const attempt = await mayTry(visitor, counted)
    if (!attempt.allowed) {
      return { ...refuse(429, 'Too many tries. Wait some minutes.'), retryAfterSeconds: attempt.retryAfterSeconds }
    }
    if (!(await verifyPassword(own.passwordHash, current))) {
      return refuseField('current_password', 'This is not your present password.')
    }
    await forgiveAttempt(visitor.db, counted)
    const accepted = await acceptPassword(visitor.db, next, own, 'new_password')
    if (isRefusal(accepted)) return accepted
    await setOwnPassword(visitor.db, caller, { checkedHash: own.passwordHash, ...accepted })
    return signInAnew(visitor, { email: own.email, password: next })
  })
}

/** Changes the name that others see. */
export async function changeName(input: unknown, given?: Member): Promise<FormResult> {
  const { caller, visitor } = given ?? (await actionMember())
  return handleForm(ownNameSchema, input, async ({ name }) => {
    await changeOwnName(visitor.db, caller, name)
    return { ok: true }
  })
}

/** Ends another session of one's own, by `session_id`. */
export async function endSession(input: unknown, given?: Member): Promise<FormResult> {
  const { caller, visitor } = given ?? (await actionMember())
  return handleForm(z.object({ session_id: z.string() }), input, async ({ session_id: id }) => {
    await endOne(visitor.db, caller, id)
    return { ok: true }
  })
}

/** Ends every other session of one's own. */
export async function endOtherSessions(given?: Member): Promise<FormResult<{ ended: number }>> {
  const { caller, visitor } = given ?? (await actionMember())
  return { ok: true, ended: await endOthers(visitor.db, caller) }
}
