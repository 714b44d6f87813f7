import { systemScope } from '@/db/access'
import type { BenchDatabase } from '@/db/bench/database'
import type { Way } from '@/db/bench/rounds'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getExplanation } from '@/db/queries/explanation/explanation'
import { getGroupsBridge } from '@/db/queries/groups-bridge'
import { getGroupsSeries } from '@/db/queries/groups-series'
import { getGroupsSince } from '@/db/queries/groups-since'
import { bridgeParamsSchema } from '@/lib/customer-groups/bridge-params'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { seriesParamsSchema } from '@/lib/customer-groups/series-params'
import { sinceParamsSchema } from '@/lib/customer-groups/since'

type Asked = Record<string, string>

/** Every other view of a year: its groups, its charts, its bridge, and the filtered list. */
export function viewWays({ db }: BenchDatabase, asOf: string): Way[] {
  const year = { period: '1year', as_of: asOf }
  const scope = systemScope()
  const groups = (name: string, asked: Asked): Way => ({
    name: `1 year: ${name}`,
    run: () => getCustomerGroups(db, scope, groupsParamsSchema.parse({ ...year, ...asked })),
  })
  const series = (name: string, asked: Asked): Way => ({
    name: `1 year: ${name}`,
    run: () => getGroupsSeries(db, scope, seriesParamsSchema.parse({ ...year, ...asked })),
  })
  const bridge = (name: string, asked: Asked): Way => ({
    name: `1 year: ${name}`,
    run: () => getGroupsBridge(db, scope, bridgeParamsSchema.parse({ ...year, ...asked })),
  })
  const explained = (name: string, asked: Asked): Way => ({
    name: `1 year: ${name}`,
    run: () => getExplanation(db, scope, explanationQuerySchema.parse({ ...year, ...asked })),
  })
  return [
    groups('of one branch', { branch: 'north' }),
    groups('by recency', { group_by: 'recency', activity: 'all' }),
    groups('by recency, with details', { group_by: 'recency', activity: 'all', group: 'active' }),
    groups('by RFM segment', { group_by: 'rfm' }),
    groups('by RFM segment, with details', { group_by: 'rfm', group: 'champions' }),
    groups('by branch', { group_by: 'branch' }),
    groups('by branch, with details', { group_by: 'branch', group: 'main' }),
    groups('by new and returning', { group_by: 'visit' }),
    groups('by type at the time', { group_at: 'order' }),
    groups('compared with nothing', { compare: 'none' }),
    groups('not back', { activity: 'not_back', group: 'personal', sort: 'previous_revenue' }),
    groups('filtered list', { group: 'personal', min_orders: '3', visits: 'continued', vehicle: 'with' }),
    series('over time, by month', {}),
    series('over time, by day', { bucket: 'day' }),
    series('over time, by branch', { group_by: 'branch' }),
    series('over time, by RFM segment', { group_by: 'rfm' }),
    bridge('bridge', {}),
    bridge('bridge, by branch', { group_by: 'branch' }),
    explained('explanation of a revenue', { figure: 'total_revenue', group: 'personal' }),
    explained('explanation of active customers', { figure: 'active_count', group: 'personal' }),
    {
      name: '1 year: changed since, where nothing was',
      run: () =>
        getGroupsSince(db, scope, sinceParamsSchema.parse({ period: '1year', as_of: new Date().toISOString() })),
    },
  ]
}
