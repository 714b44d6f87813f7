import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { counted, inWindow } from '@/db/metrics'
import { type GroupsAnswer, scoringSchema } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { toMajor } from '@/lib/money'
import { toGroupedMeta } from './answer-meta'
import {
  customerRow,
  groupRow,
  matchedRow,
  spreadRow,
  toCustomer,
  toMatched,
  toSpread,
  toStats,
  totalsRow,
} from './customer-groups-rows'
import { listedPage, matchedFigures, matchesCte, selectedCte } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { spreadOf } from './group-spread'
import { groupRows, statsCtes, totalsOf } from './group-stats'
import { movedSince } from './groupings/by-type'
import type { Grouping } from './groupings/grouping'
import { groupingOf } from './groupings/grouping-of'
import { shownMembersCtes } from './members'
import { asked } from './order-filters'
import { visibleRecords, withAll } from './visible-records'

const listRow = z.object({ spread: spreadRow, matched: matchedRow, customers: z.array(customerRow) })
const answerRow = z.object({
  groups: z.array(groupRow),
  totals: totalsRow,
  moved: z.object({ customers: z.int(), orders: z.int() }).nullable(),
  scoring: scoringSchema.nullable(),
  list: listRow.nullable(),
})
type AnswerRow = z.output<typeof answerRow>

/**
 * The figures of every group in the asked period and, where a group is asked for, a page of its customers, all from one
 * statement and so from one snapshot. Throws RequestError: 400 for an unknown branch or group or a page that is not
 * there, 403 for a branch outside the scope.
 */
export async function getCustomerGroups(db: Database, scope: Scope, params: GroupsParams): Promise<GroupsAnswer> {
  const frame = await resolveFrame(db, scope, params)
  const row = await readGroups(db, frame, params)
  const skipped = (params.page - 1) * params.page_size
  if (row.list && skipped > 0 && skipped >= row.list.matched.customers)
    throw refusedParameter('page', 'is beyond the last page')
  return toAnswer(frame, params, row)
}

/**
 * The figures of a frame, amounts in minor units. `records` are CTEs that stand before all others: one that is called
 * `customers` or `orders` is read in place of the table, as if the records were such. They have to hold nothing that the
 * caller may not see.
 */
export async function readGroups(
  db: Pick<Database, 'execute'>,
  frame: Frame,
  params: GroupsParams,
  records: readonly SQL[] = visibleRecords(frame.visibleBranchIds),
): Promise<AnswerRow> {
  const { rows } = await db.execute(groupsStatement(frame, params, records))
  return answerRow.parse(rows[0]?.answer)
}

/** The one statement of an answer: a row with one JSON column. */
function groupsStatement(frame: Frame, params: GroupsParams, records: readonly SQL[]): SQL {
  const grouping = groupingOf(frame, params)
  const isListed = frame.groupRef !== null
  const members = shownMembersCtes(frame, params.activity, grouping, isListed)
  const list = isListed ? [selectedCte(frame), matchesCte(frame, params)] : []
  return sql`${withAll([...records, ...members, ...statsCtes(frame, params.activity, grouping), ...list])}
    select json_build_object('groups', (${groupRows(frame, grouping)}), 'totals', (${totalsOf(params.activity, grouping)}),
      'moved', ${movedOf(frame, params)}, 'scoring', ${grouping.scoring ?? sql`null::json`}, 'list', ${listOf(frame, params, grouping)}) as answer`
}

function movedOf(frame: Frame, { group_by }: GroupsParams): SQL {
  if (group_by !== 'type') return sql`null::json`
  const { from, to } = frame.window
  return sql`(${movedSince(sql`${inWindow(from, to)} and ${counted} and ${asked(frame)}`)})`
}

function listOf(frame: Frame, params: GroupsParams, { placement }: Grouping): SQL {
  if (frame.groupRef === null) return sql`null::json`
  return sql`json_build_object('spread', (${spreadOf(frame)}), 'matched', (${matchedFigures}),
    'customers', (${listedPage(frame, params, placement)}))`
}

function toAnswer(frame: Frame, params: GroupsParams, row: AnswerRow): GroupsAnswer {
  return {
    success: true,
    groups: Object.fromEntries(row.groups.map((group) => [group.key, toStats(group, frame)])),
    totals: toTotals(row.totals, frame),
    group_details: toDetails(frame, params, row),
    moved: row.moved,
    scoring: row.scoring,
    period: params.period,
    meta: { ...toGroupedMeta(frame, params, groupingOf(frame, params)), activity: params.activity },
  }
}

/** The totals as the contract has them. */
export function toTotals(
  row: z.output<typeof totalsRow>,
  { currencyDigits: digits, previous }: Frame,
): GroupsAnswer['totals'] {
  return {
    customers: row.customers,
    active_count: row.active_count,
    registered_count: row.registered_count,
    orders: row.orders,
    revenue: toMajor(row.revenue_minor, digits),
    previous: previous && {
      customers: row.previous_customers,
      orders: row.previous_orders,
      revenue: toMajor(row.previous_revenue_minor, digits),
    },
  }
}

function toDetails(frame: Frame, params: GroupsParams, { groups, list }: AnswerRow): GroupsAnswer['group_details'] {
  const group = groups.find(({ key }) => key === params.group)
  if (!group || !list) return null
  const digits = frame.currencyDigits
  return {
    stats: toStats(group, frame),
    spread: toSpread(list.spread, digits),
    matched: toMatched(list.matched, frame),
    page: { number: params.page, size: params.page_size, total: list.matched.customers },
    customers: list.customers.map((customer) => toCustomer(customer, frame)),
  }
}
