import { BusinessChangeError } from '@/db/commands/business'
import { linkNotValid } from '@/db/commands/one-time-links'
import { completeSetup as makeFirstAdministrator } from '@/db/commands/setup'
import { getBusiness } from '@/db/queries/business'
import { findLink } from '@/db/queries/one-time-links'
import { findSettled } from '@/db/queries/setup'
import { type Setup, setupSchema } from '@/lib/accounts/contract'
import type { FormResult } from '@/lib/accounts/form-result'
import type { Business } from '@/lib/business'
import { readEnv } from '@/lib/env'
import { getDatabase } from '@/lib/server/database'
import { handleForm, refuse, refuseField } from './form'
import { acceptPassword, isRefusal } from './new-password'
import { hashToken } from './secrets'
import { signInAnew } from './sign-in'
import { actionVisitor, originOf, type Visitor } from './visitor'

/** Which of the business's settings the set-up asks for: those that neither the environment nor records have given. */
export type SetupQuestions = Record<'business_name' | 'time_zone' | 'currency' | 'country' | 'branches', boolean>

/** What the set-up page needs: the business as it stands and what is asked of it; null where the link does not work. */
export async function readSetup(
  token: string,
  db = getDatabase(),
): Promise<{ business: Business; asks: SetupQuestions } | null> {
  const link = await findLink(db, 'setup', hashToken(token))
  return link && { business: await getBusiness(db), asks: await askedFor(db) }
}

/** Makes the first administrator by the set-up link, and signs them in. What was not asked is not taken. */
export async function completeSetup(input: unknown, given?: Visitor): Promise<FormResult> {
  const visitor = given ?? (await actionVisitor())
  const { db } = visitor
  return handleForm(setupSchema, input, async (form) => {
    const { token, name, email, password } = form
    if (!(await findLink(db, 'setup', hashToken(token)))) throw linkNotValid()
    const asks = await askedFor(db)
    const missing = unanswered(form, asks)
    if (missing.length > 0) return refuse(400, 'Some of this is not right yet.', missing)
    const accepted = await acceptPassword(db, password, { name, email, businessName: form.business_name })
    if (isRefusal(accepted)) return accepted
    const branchNames = asks.branches ? form.branches : undefined
    const setup = { tokenHash: hashToken(token), name, email, business: answers(form, asks), branchNames, ...accepted }
    try {
      await makeFirstAdministrator(db, originOf(visitor), setup)
    } catch (error) {
      if (error instanceof BusinessChangeError) return refuseField('time_zone', error.message)
      throw error
    }
    return signInAnew(visitor, { email, password })
  })
}

async function askedFor(db: Visitor['db']): Promise<SetupQuestions> {
  const [env, settled] = [readEnv(), await findSettled(db)]
  return {
    business_name: !env.BUSINESS_NAME,
    time_zone: !env.BUSINESS_TIMEZONE,
    currency: !env.BUSINESS_CURRENCY && !settled.currency,
    country: !env.BUSINESS_COUNTRY,
    branches: !settled.branches,
  }
}

/** What is asked and must be answered; branches need not, as there is one already. */
function unanswered(form: Setup, asks: SetupQuestions) {
  return (['business_name', 'time_zone', 'currency', 'country'] as const)
    .filter((name) => asks[name] && !form[name])
    .map((name) => ({ name, message: 'This is needed.' }))
}

function answers(form: Setup, asks: SetupQuestions) {
  return {
    name: asks.business_name ? form.business_name : undefined,
    timeZone: asks.time_zone ? form.time_zone : undefined,
    currency: asks.currency ? form.currency : undefined,
    country: asks.country ? form.country : undefined,
  }
}
