import { inArray } from 'drizzle-orm'
import { type Caller, covers, type Holder } from '@/db/access'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'
import type { Access } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import type { Role } from '@/lib/roles'

/** A role and its branches by their ids, as the tables hold them. */
export type Grant = Holder & { role: Role }

/**
 * What is to be granted, with the branches' codes resolved: never more than the caller has.
 * @throws RequestError 400 for a branch that is not there, 403 for one that is not the caller's to give.
 */
export async function resolveGrant(db: Pick<Database, 'select'>, caller: Caller, access: Access): Promise<Grant> {
  const codes = access.all_branches ? [] : [...new Set(access.branches)]
  const rows = codes.length
    ? await db.select({ id: branches.id, code: branches.code }).from(branches).where(inArray(branches.code, codes))
    : []
  if (rows.length < codes.length) {
    const unknown = codes.filter((code) => !rows.some((row) => row.code === code))
    const message = `There is no branch ${unknown.join(', ').slice(0, 100)}.`
    throw new RequestError(400, 'unknown_branch', message, [{ name: 'branches', message }])
  }
  const grant = { role: access.role, allBranches: access.all_branches, branchIds: rows.map(({ id }) => id) }
  assertCovers(caller, grant)
  return grant
}

/**
 * Somebody limited to branches neither gives nor takes what lies beyond them: a link for a new password would otherwise
 * open an account that sees more.
 * @throws RequestError 403 `beyond_your_branches`.
 */
export function assertCovers(caller: Pick<Caller, 'scope'>, holder: Holder): void {
  if (covers(caller.scope, holder)) return
  throw new RequestError(403, 'beyond_your_branches', 'This concerns branches that are not yours.')
}
