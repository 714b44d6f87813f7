import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { inWindow } from '@/db/metrics'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { NAMED_CHANGES, type SinceAnswer, type SinceParams } from '@/lib/customer-groups/since'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { toMajor } from '@/lib/money'
import { toGroupedMeta } from './answer-meta'
import { readGroups } from './customer-groups'
import type { GroupRow } from './customer-groups-rows'
import { type Frame, resolveFrame } from './frame'
import { groupingOf } from './groupings/grouping-of'
import { asked, isAmong, ofBranches } from './order-filters'
import { changesSince, recordsThen } from './orders-then'
import { instant, whole } from './row-values'
import { withAll } from './visible-records'

type AnswerRow = Awaited<ReturnType<typeof readGroups>>

/**
 * What was done since `as_of` to the orders of the window that it ends, and the window's figures with the orders as they
 * stood then, beside those of now; all from one snapshot. Throws what `getCustomerGroups` throws.
 */
export async function getGroupsSince(db: Database, scope: Scope, params: SinceParams): Promise<SinceAnswer> {
  const asking = groupsParamsSchema.parse({ ...params, compare: 'none' })
  const frame = await resolveFrame(db, scope, asking)
  return db.transaction(
    async (tx) => {
      const changes = await readChanges(tx, frame)
      const now = figuresOf(frame, params, await readGroups(tx, frame, asking))
      const isChanged = changes.orders_changed + changes.orders_entered > 0
      const records = [...changesSince(frame.asOf), ...recordsThen(frame)]
      const was = isChanged ? figuresOf(frame, params, await readGroups(tx, frame, asking, records)) : null
      return { success: true, ...changes, was, now, meta: toGroupedMeta(frame, asking, groupingOf(frame, params)) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

function figuresOf({ currencyDigits }: Frame, { group_by }: SinceParams, row: AnswerRow): SinceAnswer['now'] {
  const { active_count, orders: total_orders, revenue_minor } = row.totals
  const group = ({ name, stats }: GroupRow) => ({
    name,
    active_count: stats.active_count,
    total_orders: stats.total_orders,
    total_revenue: toMajor(stats.revenue_minor, currencyDigits),
  })
  const followsAllOrders = group_by === 'recency' || group_by === 'visit'
  return {
    totals: { active_count, total_orders, total_revenue: toMajor(revenue_minor, currencyDigits) },
    groups: followsAllOrders ? null : Object.fromEntries(row.groups.map((each) => [each.key, group(each)])),
  }
}

const stateRow = z.object({
  status: z.enum(ORDER_STATUSES),
  type: z.enum(ORDER_TYPES),
  branch: z.string(),
  amount_minor: whole,
  ordered_at: instant,
  customer_id: z.uuid(),
})
const changesRow = z.object({
  changed: whole,
  entered: whole,
  latest: z.array(
    z.object({ id: z.uuid(), external_id: z.string().nullable(), was: stateRow.nullable(), is: stateRow }),
  ),
})

async function readChanges(
  db: Pick<Database, 'execute'>,
  frame: Frame,
): Promise<Pick<SinceAnswer, 'orders_changed' | 'orders_entered' | 'orders'>> {
  const { rows } = await db.execute(changesStatement(frame))
  const { changed, entered, latest } = changesRow.parse(rows[0]?.changes)
  const state = ({ amount_minor, ...told }: z.output<typeof stateRow>) => ({
    ...told,
    amount: toMajor(amount_minor, frame.currencyDigits),
  })
  return {
    orders_changed: changed,
    orders_entered: entered,
    orders: latest.map(({ was, is, ...order }) => ({ ...order, was: was && state(was), now: state(is) })),
  }
}

/** An order that went out of the caller's sight, or came into it, is counted, but not named. */
function changesStatement(frame: Frame): SQL {
  const figures = (row: SQL) =>
    sql`(${row}.customer_id, ${row}.branch_id, ${row}.type, ${row}.status, ${row}.amount_minor, ${row}.ordered_at)`
  const isSeen = (row: SQL) => isAmong(sql`${row}.branch_id`, frame.visibleBranchIds)
  const isIn = (relation: SQL) =>
    sql`exists (select from (select ${relation}.*) as orders where ${inWindow(frame.window.from, frame.window.to)} and ${asked(frame)} and ${ofBranches(frame.visibleBranchIds)})`
  const state = (row: SQL) => sql`json_build_object('status', ${row}.status, 'type', ${row}.type,
    'branch', (select ${branches.code} from ${branches} where ${branches.id} = ${row}.branch_id),
    'amount_minor', ${row}.amount_minor, 'ordered_at', ${row}.ordered_at, 'customer_id', ${row}.customer_id)`
  return sql`
    ${withAll(changesSince(frame.asOf))},
    touched as (
      select present.id, present.external_id, present.updated_at,
        ${isSeen(sql`present`)} and (was.id is null or ${isSeen(sql`was`)}) as is_told, ${state(sql`present`)} as "is",
        case when was.id is not null then ${state(sql`was`)} end as was
      from ${orders} as present
      left join replaced as was on was.id = present.id
      where (present.id in (select id from entered) or was.id is not null)
        and (was.id is null or ${figures(sql`present`)} is distinct from ${figures(sql`was`)})
        and (${isIn(sql`present`)} or (was.id is not null and ${isIn(sql`was`)})))
    select json_build_object('changed', count(was), 'entered', count(*) filter (where was is null),
      'latest', (select coalesce(json_agg(latest), '[]') from (
        select id, external_id, was, "is" from touched where is_told order by updated_at desc, id limit ${NAMED_CHANGES}) as latest)
    ) as changes
    from touched`
}
