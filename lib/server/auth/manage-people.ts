import { z } from 'zod'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { invitePerson, revokeInvitation } from '@/db/commands/invitations'
import { makeResetLink } from '@/db/commands/password'
import { changeAccess, disablePerson, enablePerson, removePerson } from '@/db/commands/people'
import { getBusiness } from '@/db/queries/business'
import { findPerson } from '@/db/queries/people'
import { accessSchema, invitationSchema } from '@/lib/accounts/contract'
import type { FormResult } from '@/lib/accounts/form-result'
import type { MadeLink } from '@/lib/accounts/people'
import { actionCaller } from './caller'
import { done, handleForm } from './form'
import { mailInvitation, mailResetLink } from './link-mails'
import { newLink } from './links'
import { ownOrigin } from './own-origin'
import { actionVisitor } from './visitor'

/** An administrator at a form; `origin` is the address that links are made for. */
export type Administrator = { db: Database; caller: Caller; origin: string }

async function actionAdministrator(): Promise<Administrator> {
  const caller = await actionCaller('administer')
  const { db, headers } = await actionVisitor()
  return { db, caller, origin: ownOrigin(headers) }
}

const onePerson = z.object({ person_id: z.string() })
const oneInvitation = z.object({ invitation_id: z.string() })

/** Invites somebody by a one-time link. */
export async function invite(input: unknown, given?: Administrator): Promise<FormResult<MadeLink>> {
  const { db, caller, origin } = given ?? (await actionAdministrator())
  return handleForm(invitationSchema, input, async (invitation) => {
    const { url, kept } = newLink('invitation', origin)
    await invitePerson(db, caller, invitation, kept)
    const { email, name } = invitation
    const mailed = await mailInvitation({ to: email, name, url, business: await getBusiness(db) })
    return { ok: true, link: url, mailed }
  })
}

/** Takes an invitation back, by `invitation_id`. */
export async function takeBackInvitation(input: unknown, given?: Administrator): Promise<FormResult> {
  const { db, caller } = given ?? (await actionAdministrator())
  return handleForm(oneInvitation, input, async (form) => done(revokeInvitation(db, caller, form.invitation_id)))
}

/** Makes a one-time link by which the person `person_id` chooses a new password. */
export async function sendResetLink(input: unknown, given?: Administrator): Promise<FormResult<MadeLink>> {
  const { db, caller, origin } = given ?? (await actionAdministrator())
  return handleForm(onePerson, input, async ({ person_id: id }) => {
    const { url, kept } = newLink('password_reset', origin)
    await makeResetLink(db, caller, id, kept)
    const person = await findPerson(db, caller, id)
    const business = await getBusiness(db)
    const mailed = person !== null && (await mailResetLink({ to: person.email, name: person.name, url, business }))
    return { ok: true, link: url, mailed }
  })
}

/** Gives the person `person_id` another role or other branches. */
export async function changePersonAccess(input: unknown, given?: Administrator): Promise<FormResult> {
  const { db, caller } = given ?? (await actionAdministrator())
  return handleForm(z.intersection(onePerson, accessSchema), input, async ({ person_id: id, ...access }) =>
    done(changeAccess(db, caller, id, access)),
  )
}

/** Keeps the person `person_id` from signing in, from now on. */
export async function disable(input: unknown, given?: Administrator): Promise<FormResult> {
  const { db, caller } = given ?? (await actionAdministrator())
  return handleForm(onePerson, input, async (form) => done(disablePerson(db, caller, form.person_id)))
}

/** Lets the person `person_id` sign in again. */
export async function enable(input: unknown, given?: Administrator): Promise<FormResult> {
  const { db, caller } = given ?? (await actionAdministrator())
  return handleForm(onePerson, input, async (form) => done(enablePerson(db, caller, form.person_id)))
}

/** Deletes the account of the person `person_id`. */
export async function remove(input: unknown, given?: Administrator): Promise<FormResult> {
  const { db, caller } = given ?? (await actionAdministrator())
  return handleForm(onePerson, input, async (form) => done(removePerson(db, caller, form.person_id)))
}
