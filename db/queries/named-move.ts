import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'
import { folded } from '@/db/text-folding'
import { RequestError } from '@/lib/failure'
import type { Move } from '@/lib/settings/contract'
import { searchTextMatches } from './customer-list'
import { digitsOfPhone } from './frame'

const groupSchema = z.object({ id: z.uuid(), key: z.string(), name: z.string(), color: z.int() })
const namedRow = z.object({
  from: groupSchema.nullable(),
  to: groupSchema.extend({ archived: z.boolean() }).nullable(),
  branch_id: z.uuid().nullable(),
  folded_q: z.string(),
})
type NamedGroup = z.infer<typeof groupSchema>

/** Which customers go from where to where: both groups, and the condition that those who go fulfil. */
export type NamedMove = { from: NamedGroup; to: NamedGroup; goes: SQL }

/**
 * What a move names, resolved.
 * @throws RequestError 400 for a group or branch that is not there, the same group twice, or an archived one to go to.
 */
export async function resolveMove(db: Pick<Database, 'execute'>, move: Move): Promise<NamedMove> {
  const { rows } = await db.execute(sql`
    select (${groupCalled(move.from)}) as "from", (${groupCalled(move.to)}) as "to",
      (select ${branches.id} from ${branches} where ${branches.code} = ${move.branch}) as branch_id,
      ${folded(sql`${move.q}::text`)} as folded_q`)
  const { from, to, branch_id, folded_q } = namedRow.parse(rows[0])
  if (!from) throw refused('from', 'There is no such group.')
  if (!to) throw refused('to', 'There is no such group.')
  if (to.key === from.key) throw refused('to', 'Choose another group than the one that they are in.')
  if (to.archived) throw refused('to', 'This group is archived and takes no customers.')
  if (move.branch !== 'all' && !branch_id) throw refused('branch', 'There is no such branch.')
  const search = move.q === '' ? sql`true` : searchTextMatches({ text: folded_q, digits: digitsOfPhone(move.q) })
  const home = branch_id === null ? sql`true` : sql`${customers.homeBranchId} = ${branch_id}`
  const goes = sql`(${customers.groupId} = ${from.id} and ${customers.mergedIntoId} is null and ${home} and ${search})`
  return { from, to, goes }
}

function groupCalled(key: string): SQL {
  return sql`
    select json_build_object('id', ${customerGroups.id}, 'key', ${customerGroups.key}, 'name', ${customerGroups.name},
      'color', ${customerGroups.color}, 'archived', ${customerGroups.archivedAt} is not null)
    from ${customerGroups} where ${customerGroups.key} = ${key}`
}

function refused(name: string, message: string): RequestError {
  return new RequestError(400, 'bad_request', message, [{ name, message }])
}
