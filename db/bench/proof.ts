import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { systemScope } from '@/db/access'
import type { Database } from '@/db/client'
import { readGroups } from '@/db/queries/customer-groups'
import { resolveFrame } from '@/db/queries/frame'
import { referenceActive } from '@/db/testing/customer-groups-reference'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { filteredAggregates, obviousOverview } from './obvious-way'

/** One group's counted orders in three ways: ours, the plain definition, and the obvious way's inflated ones. */
export type Proof = { key: string; customers: number; orders: Record<'ours' | 'plain' | 'obvious', number> }

/**
 * Holds our figures against COUNT(DISTINCT) over orders joined to their one customer, and shows the obvious way's.
 * @throws Error when ours differ from the plain ones.
 */
export async function proveFigures(db: NodePgDatabase & Database, params: GroupsParams): Promise<Proof[]> {
  const frame = await resolveFrame(db, systemScope(), params)
  const { groups } = await readGroups(db, frame, params)
  const plain = await referenceActive(db, { ...frame, ...frame.window })
  const obvious = await obviousOverview(db, filteredAggregates, frame.window, frame.previous)
  return groups.map(({ key, stats }) => {
    const reference = plain.find((row) => row.key === key)
    const same =
      stats.active_count === (reference?.active_count ?? 0) &&
      stats.total_orders === (reference?.total_orders ?? 0) &&
      stats.new_customers === (reference?.new_customers ?? 0) &&
      stats.revenue_minor === (reference?.revenue_minor ?? 0)
    if (!same) throw new Error(`the figures of ${key} are not those of the plain definition`)
    const inflated = obvious.find((row) => row.key === key)
    return {
      key,
      customers: stats.active_count,
      orders: { ours: stats.total_orders, plain: reference?.total_orders ?? 0, obvious: inflated?.orders ?? 0 },
    }
  })
}
