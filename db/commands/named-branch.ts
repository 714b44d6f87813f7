import { eq } from 'drizzle-orm'
import { hasBranch, type Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'
import { RequestError } from '@/lib/failure'
import { refusedField } from './refused-field'

/**
 * The id of a branch in which the caller may enter something; `field` is where its code stands in the request. `kept` is
 * the branch that the record already has, which may be archived.
 * @throws RequestError 400 for a code that no branch has or an archived one, 403 `branch_not_allowed` outside the scope.
 */
export async function namedBranch(
  tx: Pick<Database, 'select'>,
  scope: Scope,
  code: string,
  field: string,
  kept?: string,
): Promise<string> {
  const { id, archivedAt } = branches
  const [found] = await tx.select({ id, archivedAt }).from(branches).where(eq(branches.code, code))
  if (!found) throw refusedField(field, 'There is no such branch.')
  if (!hasBranch(scope, found.id)) {
    const message = 'This branch is not among yours.'
    throw new RequestError(403, 'branch_not_allowed', message, [{ name: field, message }])
  }
  if (found.archivedAt !== null && found.id !== kept) throw refusedField(field, 'This branch is archived.')
  return found.id
}
