import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import type { BridgeAnswer, BridgeSteps } from '@/lib/customer-groups/bridge'
import type { BridgeParams } from '@/lib/customer-groups/bridge-params'
import { toMajor } from '@/lib/money'
import { toGroupedMeta } from './answer-meta'
import { bridgeCtes, bridgeSums, changesIn } from './bridge-changes'
import { type Frame, resolveFrame } from './frame'
import type { Grouping } from './groupings/grouping'
import { groupingOf } from './groupings/grouping-of'
import { whole } from './row-values'
import { withVisible } from './visible-records'

/** What is added up; amounts and changes are in minor units. */
export const stepsRow = z.object({
  previous_revenue: whole,
  stopped_customers: whole,
  stopped_change: whole,
  new_customers: whole,
  new_change: whole,
  resurrected_customers: whole,
  resurrected_change: whole,
  continued_customers: whole,
  visits_change: whole,
  value_change: whole,
  revenue: whole,
})
const groupRow = z.object({ key: z.string(), name: z.string(), color: z.int(), steps: stepsRow.nullable() })
const answerRow = z.object({ groups: z.array(groupRow), totals: stepsRow })

const NO_STEPS = stepsRow.parse(Object.fromEntries(Object.keys(stepsRow.shape).map((name) => [name, 0])))

/**
 * Why each group's revenue is what it is now and not what it was in the window compared with, from one statement. Throws
 * what `getCustomerGroups` throws.
 */
export async function getGroupsBridge(db: Database, scope: Scope, params: BridgeParams): Promise<BridgeAnswer> {
  const frame = await resolveFrame(db, scope, { ...params, group: 'all', q: '' })
  const grouping = groupingOf(frame, params)
  const { rows } = await db.execute(bridgeStatement(frame, grouping))
  const { groups, totals } = answerRow.parse(rows[0]?.answer)
  const digits = frame.currencyDigits
  return {
    success: true,
    groups: Object.fromEntries(
      groups.map(({ key, steps, ...group }) => [key, { ...group, ...toSteps(steps ?? NO_STEPS, digits) }]),
    ),
    totals: toSteps(totals, digits),
    meta: toGroupedMeta(frame, params, grouping),
  }
}

function bridgeStatement(frame: Frame, grouping: Grouping): SQL {
  return sql`
    ${withVisible(frame.visibleBranchIds, bridgeCtes(frame, grouping))}
    select json_build_object(
      'groups', (select json_agg(json_build_object('key', listed.key, 'name', listed.name, 'color', listed.color,
          'steps', to_json(own)) order by listed.position, listed.key)
        from (${grouping.groups}) as listed
        left join (select group_ref, ${bridgeSums} from changes group by group_ref) as own on own.group_ref = listed.ref
        where listed.is_kept or own.group_ref is not null),
      'totals', (select to_json(sums) from (select ${bridgeSums} from ${changesIn(null, grouping)} as changed) as sums)
    ) as answer`
}

/** The sums as the contract has them. */
export function toSteps(row: z.output<typeof stepsRow>, digits: number): BridgeSteps {
  const major = (minor: number) => toMajor(minor, digits)
  return {
    previous_revenue: major(row.previous_revenue),
    stopped: { customers: row.stopped_customers, change: major(row.stopped_change) },
    new: { customers: row.new_customers, change: major(row.new_change) },
    resurrected: { customers: row.resurrected_customers, change: major(row.resurrected_change) },
    continued: {
      customers: row.continued_customers,
      visits_change: major(row.visits_change),
      value_change: major(row.value_change),
    },
    revenue: major(row.revenue),
  }
}
