import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import type { GroupsAnswer, GroupsParams } from '@/lib/customer-groups/contract'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { toMajor } from '@/lib/money'
import { toMeta } from './answer-meta'
import { customerRow, type GroupRow, groupRow, toCustomer, toStats } from './customer-groups-rows'
import { listedPage, matchesCte } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { groupRows, statsCte } from './group-stats'
import { membersCte } from './members'
import { withVisible } from './visible-records'

const answerRow = z.object({ groups: z.array(groupRow), matched: z.int(), customers: z.array(customerRow) })
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
  if (frame.groupId !== null && skipped > 0 && skipped >= row.matched)
    throw refusedParameter('page', 'is beyond the last page')
  return toAnswer(frame, params, row)
}

/**
 * The figures of a frame, amounts in minor units. `records` are CTEs that stand before all others: one that is called
 * `customers` or `orders` is read in place of the table, as if the records were such.
 */
export async function readGroups(
  db: Pick<Database, 'execute'>,
  frame: Frame,
  params: GroupsParams,
  records: readonly SQL[] = [],
): Promise<AnswerRow> {
  const { rows } = await db.execute(groupsStatement(frame, params, records))
  return answerRow.parse(rows[0]?.answer)
}

/** The one statement of an answer: a row with one JSON column. */
function groupsStatement(frame: Frame, params: GroupsParams, records: readonly SQL[]): SQL {
  const overview = [...records, membersCte(frame, params.activity), statsCte(params.activity)]
  if (frame.groupId === null)
    return sql`${withVisible(frame.visibleBranchIds, overview)}
      select json_build_object('groups', (${groupRows(frame)}), 'matched', 0, 'customers', json_array()) as answer`
  return sql`${withVisible(frame.visibleBranchIds, [...overview, matchesCte(frame)])}
    select json_build_object('groups', (${groupRows(frame)}),
      'matched', (select count(*) from matches), 'customers', (${listedPage(params)})) as answer`
}

function toAnswer(frame: Frame, params: GroupsParams, row: AnswerRow): GroupsAnswer {
  return {
    success: true,
    groups: Object.fromEntries(row.groups.map((group) => [group.key, toStats(group, frame)])),
    totals: toTotals(row.groups, frame),
    group_details: toDetails(frame, params, row),
    period: params.period,
    meta: { ...toMeta(frame, params), activity: params.activity },
  }
}

/** Each customer is in one group, so that totals are sums, of minor units. */
function toTotals(groups: GroupRow[], { currencyDigits: digits, previous }: Frame): GroupsAnswer['totals'] {
  const sum = (figure: (stats: GroupRow['stats']) => number) =>
    groups.reduce((total, { stats }) => total + figure(stats), 0)
  return {
    customers: sum((stats) => stats.customer_count),
    orders: sum((stats) => stats.total_orders),
    revenue: toMajor(
      sum((stats) => stats.revenue_minor),
      digits,
    ),
    previous: previous && {
      customers: sum((stats) => stats.previous_active_count),
      orders: sum((stats) => stats.previous_orders),
      revenue: toMajor(
        sum((stats) => stats.previous_revenue_minor),
        digits,
      ),
    },
  }
}

function toDetails(frame: Frame, params: GroupsParams, row: AnswerRow): GroupsAnswer['group_details'] {
  const group = row.groups.find(({ key }) => key === params.group)
  if (!group) return null
  return {
    stats: toStats(group, frame),
    page: { number: params.page, size: params.page_size, total: row.matched },
    customers: row.customers.map((customer) => toCustomer(customer, frame.currencyDigits)),
  }
}
