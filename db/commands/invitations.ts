import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import { assertMay, type Caller, type CameFrom } from '@/db/access'
import type { Database } from '@/db/client'
import { oneTimeLinks, users } from '@/db/schema/accounts'
import type { Invitation } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import { ROLES } from '@/lib/roles'
import { assertCovers, resolveGrant } from './access'
import { writeAudit } from './audit'
import { emailTaken, insertPerson } from './new-person'
import { insertLink, type NewLink, takeLink } from './one-time-links'

/** Any number: invitations of one e-mail take turns, so that one of them is left. */
const INVITATION_LOCK = 721_045_508

/** Whom an invitation makes, as its link keeps it until it is accepted. */
export const keptInvitation = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  allBranches: z.boolean(),
  branchIds: z.array(z.string()),
})

/**
 * Invites somebody by a link; an earlier invitation of the same e-mail is replaced. Returns the invitation's id.
 * @throws RequestError 409 `email_taken`, 403 where the earlier one is beyond the caller's branches, and as `resolveGrant`.
 */
export async function invitePerson(
  db: Database,
  caller: Caller,
  { name, email, ...access }: Invitation,
  link: NewLink,
): Promise<string> {
  assertMay(caller, 'administer')
  return db.transaction(async (tx) => {
    const grant = await resolveGrant(tx, caller, access)
    await tx.execute(sql`select pg_advisory_xact_lock(${INVITATION_LOCK}, hashtext(${email}))`)
    const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (taken) throw emailTaken()
    const replaced = await endInvitations(tx, caller, eq(sql`${oneTimeLinks.invitation} ->> 'email'`, email))
    const createdBy = caller.kind === 'person' ? caller.id : null
    const id = await insertLink(tx, 'invitation', link, { invitation: { name, email, ...grant }, createdBy })
    await writeAudit(tx, caller, { action: 'person.invited', subject: { kind: 'invitation', id }, detail: grant })
    await writeEnds(tx, caller, replaced, { replacedBy: id })
    return id
  })
}

/** Takes back an invitation that nobody has accepted yet. Throws RequestError 404 where there is no such one. */
export async function revokeInvitation(db: Database, caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const ended = isUuid(id) ? await endInvitations(tx, caller, eq(oneTimeLinks.id, id)) : []
    if (ended.length === 0)
      throw new RequestError(404, 'not_found', 'There is no such invitation. It may have been accepted.')
    await writeEnds(tx, caller, ended)
  })
}

/** Deletes open invitations; their ids. Throws RequestError 403 for one that is beyond the caller's branches. */
async function endInvitations(tx: Pick<Database, 'delete'>, caller: Caller, which: SQL): Promise<string[]> {
  const { id, kind, usedAt, invitation } = oneTimeLinks
  const open = and(eq(kind, 'invitation'), isNull(usedAt))
  const ended = await tx.delete(oneTimeLinks).where(and(open, which)).returning({ id, invitation })
  for (const link of ended) assertCovers(caller, keptInvitation.parse(link.invitation))
  return ended.map((link) => link.id)
}

async function writeEnds(tx: Pick<Database, 'insert'>, caller: Caller, ids: readonly string[], detail = {}) {
  for (const id of ids)
    await writeAudit(tx, caller, { action: 'link.revoked', subject: { kind: 'invitation', id }, detail })
}

/**
 * Makes the account that an invitation is for, and keeps of the invitation whom it made and no name or e-mail. Returns
 * the account's id and e-mail.
 * @throws RequestError 410 `link_not_valid`, 409 `email_taken`.
 */
export async function acceptInvitation(
  db: Database,
  from: CameFrom,
  { tokenHash, name, passwordHash }: { tokenHash: string; name: string; passwordHash: string },
): Promise<{ id: string; email: string }> {
  return db.transaction(async (tx) => {
    const link = await takeLink(tx, 'invitation', tokenHash)
    const { email, role, allBranches, branchIds } = keptInvitation.parse(link.invitation)
    const grant = { role, allBranches, branchIds }
    const id = await insertPerson(tx, { name, email, passwordHash, grant })
    await tx
      .update(oneTimeLinks)
      .set({ userId: id, invitation: sql`${oneTimeLinks.invitation} - 'name' - 'email'` })
      .where(eq(oneTimeLinks.id, link.id))
    const detail = { ...grant, invitation: link.id }
    await writeAudit(
      tx,
      { kind: 'person', id, ...from },
      { action: 'person.joined', subject: { kind: 'user', id }, detail },
    )
    return { id, email }
  })
}
