import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { OrderListSort, OrdersParams } from '@/lib/orders/list'
import { containing, searchTextMatches } from './customer-list'
import { type Frame, resolveFrame, type Search } from './frame'
import { onDays } from './local-days'
import { ofBranches } from './order-filters'

type Filters = Pick<OrdersParams, 'q' | 'group' | 'branch' | 'type' | 'status' | 'source' | 'from' | 'to'>

/** What a list of orders asks for, resolved. Throws what `resolveFrame` throws for its group and branch. */
export function ordersFrame(db: Database, scope: Scope, { q, group, branch, type }: Filters): Promise<Frame> {
  return resolveFrame(db, scope, { q, group, branch, period: '1month', compare: 'none', order_type: type })
}

/** Whether a row of `orders` is in the list. */
export function orderMatches(frame: Frame, { type, status, source, from, to }: Filters): SQL {
  const conditions = [
    type === 'all' ? sql`true` : sql`${orders.type} = ${type}`,
    status === 'all' ? sql`true` : sql`${orders.status} = ${status}`,
    source === 'all' ? sql`true` : sql`${orders.source} = ${source}`,
    ofBranches(frame.branchIds),
    onDays(orders.orderedAt, { from, to }, sql`${frame.timeZone}::text`),
    frame.groupRef === null ? sql`true` : ofCustomers(sql`${customers.groupId} = ${frame.groupRef}`),
    frame.search === null ? sql`true` : found(frame.search),
  ]
  return sql.join(conditions, sql` and `)
}

function ofCustomers(condition: SQL): SQL {
  return sql`${orders.customerId} in (select ${customers.id} from ${customers} where ${condition})`
}

/** By its customer, its code or what was written down of it. White space there is as it was typed. */
function found(search: Search): SQL {
  const like = (text: SQL) => sql`lower(unaccent(${text})) like ${containing(search.text)}`
  return sql`(${ofCustomers(searchTextMatches(search))}
    or ${like(sql`${orders.externalId}`)} or ${like(sql`${orders.description}`)})`
}

/**
 * The sort asked for, then the id, so that pages never overlap, or exactly the opposite. The relation has the columns of
 * `orders`.
 */
export function ordersOrder({ sort, dir }: Pick<OrdersParams, 'sort' | 'dir'>, relation: SQL, opposite = false): SQL {
  const direction = (dir === 'asc') === opposite ? sql`desc` : sql`asc`
  return sql`${relation}.${SORTS[sort]} ${direction}, ${relation}.id ${direction}`
}

const SORTS = {
  date: sql`ordered_at`,
  amount: sql`amount_minor`,
  entered: sql`created_at`,
} satisfies Record<OrderListSort, SQL>
