import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import type { Move } from '@/lib/settings/contract'
import type { MovedFigures, MovePreview } from '@/lib/settings/shown'
import { readGroups } from './customer-groups'
import { type GroupRow, toStats } from './customer-groups-rows'
import { type Frame, resolveFrame } from './frame'
import { type NamedMove, resolveMove } from './named-move'
import { wholeText } from './row-values'

const countRow = z.object({ customers: wholeText })
const NOTHING: MovedFigures = { customer_count: 0, total_orders: 0, total_revenue: 0 }

/**
 * What moving customers would do to both groups' figures in the default period (`asOf`: to this instant, else to now), from
 * one snapshot: the groups API's own statement, once on the records as they are and once as they would be.
 * @throws RequestError as `resolveMove`, 403 without all branches.
 */
export async function previewMove(db: Database, caller: Caller, move: Move, asOf?: string): Promise<MovePreview> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  return db.transaction(
    async (tx) => {
      const named = await resolveMove(tx, move)
      const params = groupsParamsSchema.parse({ as_of: asOf })
      const frame = await resolveFrame(tx, caller.scope, params)
      const before = await readGroups(tx, frame, params)
      const after = await readGroups(tx, frame, params, [customersMoved(named)])
      const { rows } = await tx.execute(sql`select count(*) as customers from ${customers} where ${named.goes}`)
      const figuresOf = (groups: readonly GroupRow[], key: string) => cardOf(groups, key, frame)
      return {
        customers: countRow.parse(rows[0]).customers,
        groups: [named.from, named.to].map(({ key, name, color }) => {
          return { key, name, color, before: figuresOf(before.groups, key), after: figuresOf(after.groups, key) }
        }),
        window: frame.window,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** A CTE `customers` with everybody who goes in their new group. */
function customersMoved({ to, goes }: NamedMove): SQL {
  const { groupId, ...others } = getTableColumns(customers)
  const inGroup = sql`case when ${goes} then ${to.id}::uuid else ${groupId} end as group_id`
  return sql`customers as (select ${sql.join([...Object.values(others), inGroup], sql`, `)} from ${customers})`
}

/** An archived group without customers is in no answer, and has no figures. */
function cardOf(groups: readonly GroupRow[], key: string, frame: Frame): MovedFigures {
  const row = groups.find((group) => group.key === key)
  if (!row) return NOTHING
  const { customer_count, total_orders, total_revenue } = toStats(row, frame)
  return { customer_count, total_orders, total_revenue }
}
