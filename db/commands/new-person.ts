import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { accounts, userBranches, users } from '@/db/schema/accounts'
import type { Access } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import { type Grant, resolveGrant } from './access'
import { writeAudit } from './audit'
import { setPassword } from './password'

export type NewPerson = { name: string; email: string; passwordHash: string; grant: Grant }

/**
 * Makes an account with a password, inside the transaction of what led to it (a set-up, an invitation, the demo).
 * @throws RequestError 409 `email_taken`.
 */
export async function insertPerson(tx: Database, { name, email, passwordHash, grant }: NewPerson): Promise<string> {
  const { role, allBranches, branchIds } = grant
  const row = { id: uuidv7(), name, email: email.toLowerCase(), role, allBranches }
  const [made] = await tx.insert(users).values(row).onConflictDoNothing().returning({ id: users.id })
  if (!made) throw emailTaken()
  const userId = made.id
  await tx
    .insert(accounts)
    .values({ id: uuidv7(), userId, accountId: userId, providerId: 'credential', password: passwordHash })
  if (!allBranches && branchIds.length > 0) {
    await tx.insert(userBranches).values(branchIds.map((branchId) => ({ userId, branchId })))
  }
  return userId
}

/**
 * Sees to it that an account exists, from the shell: makes it, or gives one that there is this password if `reset`.
 * @throws RequestError as `resolveGrant`.
 */
export async function ensurePerson(
  db: Database,
  caller: Caller,
  person: Omit<NewPerson, 'grant'>,
  access: Access,
  reset: boolean,
): Promise<void> {
  assertMay(caller, 'administer')
  await db.transaction(async (tx) => {
    const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.email, person.email))
    if (found && !reset) return
    const grant = await resolveGrant(tx, caller, access)
    const id = found?.id ?? (await insertPerson(tx, { ...person, grant }))
    if (found) await setPassword(tx, id, person.passwordHash)
    const action = found ? 'password.reset' : 'person.joined'
    await writeAudit(tx, caller, { action, subject: { kind: 'user', id }, detail: found ? {} : grant })
  })
}

/** The answer to an e-mail that an account has already. */
export function emailTaken(): RequestError {
  const message = 'Somebody with this e-mail has an account already.'
  return new RequestError(409, 'email_taken', message, [{ name: 'email', message }])
}
