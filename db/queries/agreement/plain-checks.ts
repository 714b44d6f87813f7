import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import type { Frame } from '@/db/queries/frame'
import { wholeText } from '@/db/queries/row-values'
import type { Check } from '@/lib/agreement/contract'
import { amountsAgree, countsAgree, type Pair, toMinor } from '@/lib/agreement/judge'
import type { GroupStats } from '@/lib/customer-groups/contract'
import type { Views } from './groups-checks'
import { withAll } from './list-checks'

const plainRow = z.object({
  key: z.string(),
  customers: wholeText,
  new_customers: wholeText,
  orders: wholeText,
  cancelled_orders: wholeText,
  revenue_minor: wholeText,
})
type PlainRow = z.output<typeof plainRow>

/**
 * The definitions in their plainest form, straight from orders and customers and with nothing of `db/metrics.ts`: how many
 * different customers is COUNT(DISTINCT) over orders joined to their one customer. The page's fast form has to give the same.
 */
export async function plainChecks(db: Database, [usual]: Views, frame: Frame): Promise<Check[]> {
  const { rows } = await db.execute(plainStatement(frame))
  const plain = new Map(
    z
      .array(plainRow)
      .parse(rows)
      .map((row) => [row.key, row]),
  )
  const groups = Object.entries(usual.answer.groups)
  const pairs = (counted: (row: PlainRow) => number, shown: (group: GroupStats) => number) =>
    withAll(
      groups.map(([key, group]): Pair => {
        const row = plain.get(key)
        return { of: group.name, left: shown(group), right: row ? counted(row) : 0 }
      }),
    )
  const named = (key: string, measure: string) => ({
    key: `plain-${key}`,
    title: `The page and a plain count of the records say the same: ${measure}`,
    left: 'the page',
    right: 'the records, counted one by one',
  })
  const count = (key: string, measure: string, ...of: Parameters<typeof pairs>) =>
    countsAgree(named(key, measure), pairs(...of))
  const digits = frame.currencyDigits
  return [
    count(
      'customers',
      'active customers',
      (row) => row.customers,
      (group) => group.active_count,
    ),
    count(
      'new-customers',
      'new customers',
      (row) => row.new_customers,
      (group) => group.new_customers,
    ),
    count(
      'orders',
      'orders',
      (row) => row.orders,
      (group) => group.total_orders,
    ),
    count(
      'cancelled-orders',
      'cancelled orders',
      (row) => row.cancelled_orders,
      (group) => group.cancelled_orders,
    ),
    amountsAgree(
      named('revenue', 'revenue'),
      pairs(
        (row) => row.revenue_minor,
        (group) => toMinor(group.total_revenue, digits),
      ),
      digits,
    ),
  ]
}

function plainStatement({ window, visibleBranchIds }: Frame): SQL {
  const earlierOrder = sql`
    select from orders earlier
    where earlier.customer_id = orders.customer_id and earlier.status <> 'cancelled'
      and earlier.ordered_at < ${window.from} and ${seen(sql`earlier`, visibleBranchIds)}`
  const counted = sql`filter (where orders.status <> 'cancelled')`
  return sql`
    select customer_groups.key,
      count(distinct orders.customer_id) ${counted} as customers,
      count(distinct orders.customer_id) filter (where orders.status <> 'cancelled' and not exists (${earlierOrder})) as new_customers,
      count(*) ${counted} as orders,
      count(*) filter (where orders.status = 'cancelled') as cancelled_orders,
      coalesce(sum(orders.amount_minor) ${counted}, 0)::text as revenue_minor
    from orders
    join customers on customers.id = orders.customer_id
    join customer_groups on customer_groups.id = customers.group_id
    where orders.ordered_at >= ${window.from} and orders.ordered_at < ${window.to} and ${seen(sql`orders`, visibleBranchIds)}
    group by customer_groups.key`
}

/** Whether an order is one of a branch that the caller may see. */
function seen(order: SQL, branchIds: readonly string[] | null): SQL {
  if (branchIds === null) return sql`true`
  return branchIds.length === 0 ? sql`false` : sql`${order}.branch_id in ${branchIds}`
}
