import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { visitsChange } from '@/db/metrics'
import type { BridgeAnswer, BridgeParams, BridgeSteps } from '@/lib/customer-groups/bridge'
import { toMajor } from '@/lib/money'
import { toGroupedMeta } from './answer-meta'
import { type Frame, resolveFrame } from './frame'
import type { Grouping } from './groupings/grouping'
import { groupingOf } from './groupings/grouping-of'
import { visitOf } from './list-filters'
import { visitorsCtes } from './members'
import { whole } from './row-values'
import { withVisible } from './visible-records'

/** What is added up; amounts and changes are in minor units. */
const stepsRow = z.object({
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
  const ctes = [...visitorsCtes(frame, grouping), ...changesCtes(frame, grouping)]
  return sql`
    ${withVisible(frame.visibleBranchIds, ctes)}
    select json_build_object(
      'groups', (select json_agg(json_build_object('key', listed.key, 'name', listed.name, 'color', listed.color,
          'steps', to_json(own)) order by listed.position, listed.key)
        from (${grouping.groups}) as listed
        left join (select group_ref, ${steps} from changes group by group_ref) as own on own.group_ref = listed.ref
        where listed.is_kept or own.group_ref is not null),
      'totals', (select to_json(sums) from (select ${steps} from ${grouping.overlaps ? sql`people_changes` : sql`changes`}) as sums)
    ) as answer`
}

/**
 * Who came in one of the windows, as `changes`; where a customer can be in several groups, each once, as `people_changes`.
 * Both read `came`, which has no more of `members` than they need: what nobody reads is not added up, and it is small.
 */
function changesCtes({ previous }: Frame, { overlaps }: Grouping): SQL[] {
  const changesOf = (relation: SQL) => sql`
    select people.*, coalesce(previous_revenue_minor, 0) as before, ${visitsChange} as by_visits,
      coalesce(${visitOf(sql`people`, previous)}, 'stopped') as visit
    from ${relation} as people`
  const came = sql`
    came as (
      select id, group_ref, is_active, is_new, total_orders, revenue_minor, previous_orders, previous_revenue_minor
      from members where is_active or previous_orders > 0)`
  const people = sql`
    people as (
      select id, bool_or(is_active) as is_active, bool_or(is_new) as is_new, sum(total_orders)::bigint as total_orders,
        sum(revenue_minor)::bigint as revenue_minor, sum(previous_orders)::bigint as previous_orders,
        sum(previous_revenue_minor)::bigint as previous_revenue_minor
      from came group by id)`
  const changes = sql`changes as (${changesOf(sql`came`)})`
  return overlaps ? [came, changes, people, sql`people_changes as (${changesOf(sql`people`)})`] : [came, changes]
}

const steps = sql.join(
  [
    sql`coalesce(sum(before), 0) as previous_revenue, coalesce(sum(revenue_minor), 0) as revenue`,
    ...['stopped', 'new', 'resurrected'].map((visit) => {
      const theirs = sql`filter (where visit = ${visit}::text)`
      const change = sql`coalesce(sum(revenue_minor - before) ${theirs}, 0)`
      return sql`count(*) ${theirs} as ${sql.identifier(`${visit}_customers`)}, ${change} as ${sql.identifier(`${visit}_change`)}`
    }),
    sql`count(*) filter (where visit = 'continued') as continued_customers`,
    sql`coalesce(sum(by_visits) filter (where visit = 'continued'), 0) as visits_change`,
    sql`coalesce(sum(revenue_minor - before - by_visits) filter (where visit = 'continued'), 0) as value_change`,
  ],
  sql`, `,
)

function toSteps(row: z.output<typeof stepsRow>, digits: number): BridgeSteps {
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
