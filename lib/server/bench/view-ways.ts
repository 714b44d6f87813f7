import { shellCaller, systemScope } from '@/db/access'
import type { BenchDatabase } from '@/db/bench/database'
import type { Way } from '@/db/bench/rounds'
import type { Database } from '@/db/client'
import { setRecencyBands } from '@/db/commands/recency-bands'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getExplanation } from '@/db/queries/explanation/explanation'
import { getGroupsBridge } from '@/db/queries/groups-bridge'
import { getGroupsSeries } from '@/db/queries/groups-series'
import { getGroupsSince } from '@/db/queries/groups-since'
import { readRule } from '@/db/queries/recency-settings'
import { bridgeParamsSchema } from '@/lib/customer-groups/bridge-params'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { DEFAULT_RECENCY_RULE } from '@/lib/customer-groups/recency'
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
  const byOwnRhythm = (name: string, asked: Asked): Way => {
    const params = groupsParamsSchema.parse({ ...year, group_by: 'recency', activity: 'all', ...asked })
    return {
      name: `1 year: ${name}`,
      run: () => underOwnRhythm(db, (ruled) => getCustomerGroups(ruled, scope, params)),
    }
  }
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
    byOwnRhythm('by recency, own rhythm', {}),
    byOwnRhythm('by recency, own rhythm, with details', { group: 'active' }),
    groups('by RFM segment', { group_by: 'rfm' }),
    groups('by RFM segment, with details', { group_by: 'rfm', group: 'champions' }),
    groups('by branch', { group_by: 'branch' }),
    groups('by branch, with details', { group_by: 'branch', group: 'main' }),
    groups('by new and returning', { group_by: 'visit' }),
    groups('by new and returning, with details', { group_by: 'visit', group: 'new' }),
    groups('by type at the time', { group_at: 'order' }),
    groups('by type at the time, with details', { group_at: 'order', group: 'personal' }),
    groups('compared with nothing', { compare: 'none' }),
    groups('not back', { activity: 'not_back', group: 'personal', sort: 'previous_revenue' }),
    groups('filtered list', { group: 'personal', min_orders: '3', visits: 'continued', vehicle: 'with' }),
    series('over time, by month', {}),
    series('over time, by day', { bucket: 'day' }),
    series('over time, by branch', { group_by: 'branch' }),
    series('over time, by RFM segment', { group_by: 'rfm' }),
    series('over time, by recency', { group_by: 'recency' }),
    series('over time, by new and returning', { group_by: 'visit' }),
    series('over time, by type at the time', { group_at: 'order' }),
    bridge('bridge', {}),
    bridge('bridge, by branch', { group_by: 'branch' }),
    bridge('bridge, by RFM segment', { group_by: 'rfm' }),
    bridge('bridge, by recency', { group_by: 'recency' }),
    bridge('bridge, by type at the time', { group_at: 'order' }),
    explained('explanation of a revenue', { figure: 'total_revenue', group: 'personal' }),
    explained('explanation of active customers', { figure: 'active_count', group: 'personal' }),
    {
      name: '1 year: changed since, where nothing was',
      run: () =>
        getGroupsSince(db, scope, sinceParamsSchema.parse({ period: '1year', as_of: new Date().toISOString() })),
    },
  ]
}

const ROLLED_BACK = new Error('rolled back')

/** Reads where everybody is judged by the own rhythm, which nobody else is then: the rule is rolled back. */
async function underOwnRhythm(db: BenchDatabase['db'], read: (ruled: Database) => Promise<unknown>): Promise<void> {
  const ruled = db.transaction(async (tx) => {
    const { version: seen } = await readRule(tx, null)
    await setRecencyBands(tx, shellCaller(), { key: null, seen, ...DEFAULT_RECENCY_RULE, own_rhythm: true })
    await read(tx)
    throw ROLLED_BACK
  })
  await ruled.catch((failure: unknown) => {
    if (failure !== ROLLED_BACK) throw failure
  })
}
