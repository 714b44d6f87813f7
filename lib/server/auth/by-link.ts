import { acceptInvitation as makeInvited } from '@/db/commands/invitations'
import { linkNotValid } from '@/db/commands/one-time-links'
import { resetPassword as setPasswordByLink } from '@/db/commands/password'
import { joinSchema, resetSchema } from '@/lib/accounts/contract'
import type { FormResult } from '@/lib/accounts/form-result'
import { handleForm } from './form'
import { readInvitation, readReset } from './links'
import { acceptPassword, isRefusal } from './new-password'
import { hashToken } from './secrets'
import { signInAnew } from './sign-in'
import { actionVisitor, originOf, type Visitor } from './visitor'

/** Makes the account of an invitation by its link, and signs its holder in. */
export async function acceptInvitation(input: unknown, given?: Visitor): Promise<FormResult> {
  const visitor = given ?? (await actionVisitor())
  return handleForm(joinSchema, input, async ({ token, name, password }) => {
    const invited = await readInvitation(token, visitor.db)
    if (!invited) throw linkNotValid()
    const accepted = await acceptPassword(visitor.db, password, { name, email: invited.email })
    if (isRefusal(accepted)) return accepted
    const join = { tokenHash: hashToken(token), name, ...accepted }
    const { email } = await makeInvited(visitor.db, originOf(visitor), join)
    return signInAnew(visitor, { email, password })
  })
}

/** Sets a new password by a link, ends every session of the account, and signs its holder in. */
export async function resetPassword(input: unknown, given?: Visitor): Promise<FormResult> {
  const visitor = given ?? (await actionVisitor())
  return handleForm(resetSchema, input, async ({ token, password }) => {
    const person = await readReset(token, visitor.db)
    if (!person) throw linkNotValid()
    const accepted = await acceptPassword(visitor.db, password, person)
    if (isRefusal(accepted)) return accepted
    await setPasswordByLink(visitor.db, originOf(visitor), { tokenHash: hashToken(token), ...accepted })
    return signInAnew(visitor, { email: person.email, password })
  })
}
