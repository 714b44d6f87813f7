import { type SQL, sql } from 'drizzle-orm'
import { counted } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { customerGroups, recencyBands } from '@/db/schema/reference'
import { visitGaps } from '@/db/visit-gaps'
import { wholeDays } from '@/db/whole-days'
import {
  AT_RISK_AFTER_GAPS,
  GAPS_FOR_GROUP_MEDIAN,
  GROUP_WEIGHT_GAPS,
  SHORTEST_AT_RISK_DAYS,
} from '@/lib/customer-groups/own-rhythm'
import { DEFAULT_RECENCY_RULE } from '@/lib/customer-groups/recency'
import type { Frame } from './frame'
import { onceForEachRow } from './once-for-each-row'

type Asked = Pick<Frame, 'visibleBranchIds'> & { window: Pick<Frame['window'], 'to'> }

/** CTEs over `customers` and `orders` that `bandedBy` reads. */
export function recencyCtes(frame: Asked): SQL[] {
  return [
    sql`recency_rules as (${rulesByGroup})`,
    sql`ordered_since as (${orderedSince(frame)})`,
    sql`own_rhythms as (${ownRhythms(frame)})`,
    sql`group_rhythms as (${groupRhythms(frame)})`,
    // Once, not for each group that is looked up.
    sql`group_rules as materialized (select * from recency_rules left join group_rhythms using (group_id))`,
  ]
}

/** What `bandedBy` reads of `customers` beside its id and group. */
export function recencyColumns({ visibleBranchIds }: Asked): SQL {
  if (visibleBranchIds !== null) return sql`${customers.lastCountedAt}`
  return sql`${customers.lastCountedAt}, ${customers.visitGaps}, ${customers.medianGapDays}`
}

/**
 * The rows and columns of `source`, a relation with `id, group_id` and `recencyColumns` of customers known before the end
 * of the window, and the `band` of each, its `last_order_before` and `days_since_last_order`, the thresholds that it was
 * judged by, and `gaps, own_median_gap_days, group_median_gap_days, expected_gap_days`, which are null unless its own
 * rhythm counts.
 */
export function bandedBy(frame: Asked, source: SQL): SQL {
  return sql`
    select *, case when days_since_last_order is null then 'never'
      when days_since_last_order <= at_risk_after_days then 'active'
      when days_since_last_order <= lapsed_after_days then 'at_risk'
      when days_since_last_order <= dormant_after_days then 'lapsed'
      else 'dormant' end as band
    from (${judged(frame, source)}) as judged`
}

/** The rule of every group: its own, else the business's, else the default. */
const rulesByGroup = sql`
  select ${customerGroups.id} as group_id,
    coalesce(own.at_risk_after_days, whole.at_risk_after_days, ${DEFAULT_RECENCY_RULE.at_risk_after_days}) as at_risk_after_days,
    coalesce(own.lapsed_after_days, whole.lapsed_after_days, ${DEFAULT_RECENCY_RULE.lapsed_after_days}) as lapsed_after_days,
    coalesce(own.dormant_after_days, whole.dormant_after_days, ${DEFAULT_RECENCY_RULE.dormant_after_days}) as dormant_after_days,
    coalesce(own.own_rhythm, whole.own_rhythm, ${DEFAULT_RECENCY_RULE.own_rhythm}) as own_rhythm
  from ${customerGroups}
  left join ${recencyBands} as own on own.group_id = ${customerGroups.id}
  left join ${recencyBands} as whole on whole.group_id is null`

/**
 * The last counted order before the end of the window of those who came again since. Of all others it is their last one;
 * as a join it is read from an index for a few, and in one go for many, as when a year ago is asked for. Grouped by the key
 * of customers: then it is known how many they are.
 */
function orderedSince({ window }: Asked): SQL {
  const to = sql`${window.to}::timestamptz`
  return sql`
    select ${customers.id} as customer_id, max(${orders.orderedAt}) as last_before
    from ${customers} join ${orders} on ${orders.customerId} = ${customers.id}
    where ${customers.firstCountedAt} < ${to} and ${customers.lastCountedAt} >= ${to} and ${counted} and ${orders.orderedAt} < ${to}
    group by ${customers.id}`
}

/**
 * The gaps between visits before the end of the window of those who came again since: of all others they are kept. Where
 * branches are limited nothing is kept, and everybody's are worked out. Nothing is read where no rule asks for them.
 */
function ownRhythms({ window, visibleBranchIds }: Asked): SQL {
  const source = visibleBranchIds === null ? sql`ordered_since join ${orders} using (customer_id)` : sql`${orders}`
  return visitGaps(
    sql`(select ${orders}.* from ${source} where ${orders.orderedAt} < ${window.to}::timestamptz and ${isAsked})`,
  )
}

const isAsked = sql`(select bool_or(own_rhythm) from recency_rules)`

/** The last counted order before the end of the window and the gaps up to it, of customers joined to what came since. */
function seen({ window, visibleBranchIds }: Asked, row: SQL) {
  const isLast = sql`${row}.last_counted_at < ${window.to}::timestamptz`
  const kept = (column: SQL) =>
    visibleBranchIds === null
      ? sql`case when ${isLast} then ${row}.${column} else own_rhythms.${column} end`
      : sql`own_rhythms.${column}`
  return {
    joins: sql`left join ordered_since on ordered_since.customer_id = ${row}.id
      left join own_rhythms on own_rhythms.customer_id = ${row}.id`,
    lastBefore: sql`case when ${isLast} then ${row}.last_counted_at else ordered_since.last_before end`,
    gaps: kept(sql`visit_gaps`),
    medianGapDays: kept(sql`median_gap_days`),
  }
}

/** The median of the medians of a group's customers, whatever branch is asked for. */
function groupRhythms(frame: Asked): SQL {
  const { joins, gaps, medianGapDays } = seen(frame, sql`customers`)
  return sql`
    select group_id, percentile_cont(0.5) within group (order by ${medianGapDays}) as group_median_gap_days
    from ${customers} ${joins}
    where ${customers.knownSince} < ${frame.window.to}::timestamptz and ${customers.mergedIntoId} is null
      and ${gaps} >= ${GAPS_FOR_GROUP_MEDIAN} and ${isAsked}
    group by group_id`
}

/**
 * The days and the thresholds that hold for each customer. Days are quarters of whole ones, so that a quotient below a half
 * is below it by more than floating point rounds, which is much faster.
 */
function judged(frame: Asked, source: SQL): SQL {
  const own = sql`floor(${AT_RISK_AFTER_GAPS} * days_in_all / gaps_in_all + 0.5)`
  return sql`
    select known.*, days_in_all / gaps_in_all as expected_gap_days,
      case when gaps is null then group_at_risk_after_days
        else least(greatest(${own}::int, ${SHORTEST_AT_RISK_DAYS}), lapsed_after_days - 1) end as at_risk_after_days
    from (${known(frame, source)} ${onceForEachRow}) as known
    cross join lateral (
      select gaps + ${GROUP_WEIGHT_GAPS} as gaps_in_all,
        coalesce(gaps * own_median_gap_days, 0) + ${GROUP_WEIGHT_GAPS} * group_median_gap_days as days_in_all
    ) as expected`
}

/**
 * The same with its group's rule and, where that goes by rhythms, what is known of them. A group has one rule; said as a
 * limit, the planner knows it too, and does not expect millions of rows.
 */
function known(frame: Asked, source: SQL): SQL {
  const { joins, lastBefore, gaps, medianGapDays } = seen(frame, sql`source`)
  const byRhythm = sql`own_rhythm and ${lastBefore} is not null and rule.group_median_gap_days is not null`
  return sql`
    select source.*, ${lastBefore} as last_order_before,
      ${wholeDays(lastBefore, sql`${frame.window.to}::timestamptz`)} as days_since_last_order,
      rule.at_risk_after_days as group_at_risk_after_days, lapsed_after_days, dormant_after_days,
      case when ${byRhythm} then rule.group_median_gap_days end as group_median_gap_days,
      case when ${byRhythm} then ${medianGapDays} end as own_median_gap_days,
      case when ${byRhythm} then coalesce(${gaps}, 0) end as gaps
    from ${source} as source ${joins}
    cross join lateral (select * from group_rules where group_id = source.group_id limit 1) as rule`
}
