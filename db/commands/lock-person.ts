import { eq, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { userBranches } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'
import { assertCovers, type Grant } from './access'

export type LockedPerson = Grant & { id: string; disabled: boolean }

/**
 * Locks a person together with every administrator on whom the installation rests (enabled, with all branches), in one
 * order for all: of two changes at once the second sees what the first left.
 * @throws RequestError 404 where there is no such person, 403 for one beyond the caller's branches.
 */
export async function lockPerson(
  db: Pick<Database, 'execute' | 'select'>,
  caller: Caller,
  id: string,
): Promise<{ person: LockedPerson; isLastAdministrator: boolean }> {
  if (!isUuid(id)) throw noSuchPerson()
  const { rows } = await db.execute<Omit<LockedPerson, 'branchIds'> & { administers: boolean }>(sql`
    select id, role, all_branches as "allBranches", disabled_at is not null as disabled,
      role = 'admin' and all_branches and disabled_at is null as administers
    from users
    where id = ${id} or (role = 'admin' and all_branches and disabled_at is null)
    order by id for update`)
  const found = rows.find((row) => row.id === id)
  if (!found) throw noSuchPerson()
  // Read by a statement of its own: the one that has waited for the lock sees the branches of before its wait.
  const { branchId, userId } = userBranches
  const branches = await db.select({ id: branchId }).from(userBranches).where(eq(userId, id))
  const { administers, ...locked } = found
  const person = { ...locked, branchIds: branches.map((branch) => branch.id) }
  assertCovers(caller, person)
  return { person, isLastAdministrator: administers && rows.filter((row) => row.administers).length === 1 }
}

function noSuchPerson(): RequestError {
  return new RequestError(404, 'not_found', 'There is no such person. They may have been removed.')
}

/** The answer to a change after which nobody could manage people any more. */
export function lastAdministrator(): RequestError {
  return new RequestError(
    409,
    'last_administrator',
    'This is the last administrator with all branches. Make somebody else one first.',
  )
}
