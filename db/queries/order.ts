import { type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { toMajor } from '@/lib/money'
import { type Order, orderSchema, orderStepSchema } from '@/lib/orders/contract'
import { isAmong } from './order-filters'
import { instant, whole } from './row-values'
import { visibleBranchIds, withVisible } from './visible-records'

const stepRow = orderStepSchema
  .omit({ amount: true })
  .extend({ amount_minor: whole, ordered_at: instant, replaced_at: instant })
const orderRow = orderSchema
  .omit({ amount: true })
  .extend({ amount_minor: whole, ordered_at: instant, created_at: instant, history: z.array(stepRow) })
const found = z.object({ order: orderRow.nullable(), steps: whole, currency_digits: z.int() })

/** One order with its history; null where there is no such order or the caller may not see it. */
export async function getOrder(
  db: Pick<Database, 'execute'>,
  scope: Scope,
  customerId: string,
  orderId: string,
): Promise<Order | null> {
  if (!isUuid(customerId) || !isUuid(orderId)) return null
  const visible = visibleBranchIds(scope)
  const known = sql`h.order_id = ${orderId} and h.customer_id = any(array(${earlierCustomers(customerId)}))`
  const read = await readOrder(db, visible, { customerId, orderId, steps: known })
  if (!read.order) return null
  // An import can give an order to another customer, of whom nothing leads to the earlier one: then all are read.
  const isWhole = visible !== null || read.steps >= read.order.version - 1
  const { order } = isWhole
    ? read
    : await readOrder(db, visible, { customerId, orderId, steps: sql`h.order_id = ${orderId}` })
  return order && toOrder(order, read.currency_digits)
}

type OrderQuestion = { customerId: string; orderId: string; steps: SQL }

async function readOrder(
  db: Pick<Database, 'execute'>,
  visible: readonly string[] | null,
  asked: OrderQuestion,
): Promise<z.output<typeof found>> {
  const { rows } = await db.execute(sql`
    ${withVisible(visible, [])}
    select (select currency_digits from business) as currency_digits, (${orderOf(visible, asked)}) as "order",
      (select count(*)::int from order_history h where ${asked.steps}) as steps`)
  return found.parse(rows[0])
}

function toOrder(order: z.output<typeof orderRow>, digits: number): Order {
  const withAmount = <Row extends { amount_minor: number }>({ amount_minor, ...row }: Row) => ({
    ...row,
    amount: toMajor(amount_minor, digits),
  })
  return { ...withAmount(order), history: order.history.map(withAmount) }
}

/** One JSON object, or null. What was entered by hand has a day of entry to be dated back from; an import has none. */
function orderOf(visible: readonly string[] | null, { customerId, orderId, steps }: OrderQuestion): SQL {
  return sql`
    select json_build_object(
      ${stateOf(sql`o`)}, 'id', o.id, 'external_id', o.external_id, 'source', o.source, 'version', o.version,
      'customer', json_build_object('id', c.id, 'full_name', c.full_name),
      'vehicle', (select json_build_object('id', v.id, 'plate', v.plate) from vehicles v
        where v.customer_id = o.customer_id and v.id = o.vehicle_id),
      'created_at', o.created_at, 'entered_by', ${actor(sql`o.entered_by_id`)},
      'backdated', o.entered_by_id is not null and ${localDay(sql`o.ordered_at`)} < ${localDay(sql`o.created_at`)},
      'history', (${historyOf(visible, steps)}))
    from orders o join customers c on c.id = o.customer_id join branches b on b.id = o.branch_id
    where o.customer_id = ${customerId} and o.id = ${orderId}`
}

/** The steps at branches that the caller may see, under the customer that the order then had. */
function historyOf(visible: readonly string[] | null, steps: SQL): SQL {
  return sql`
    select coalesce(json_agg(json_build_object(
      ${stateOf(sql`h`)}, 'version', h.order_version, 'replaced_at', h.replaced_at, 'replaced_by', h.replaced_by,
      'customer', json_build_object('id', hc.id, 'full_name', hc.full_name),
      'person', ${actor(sql`h.replaced_by_id`)}, 'reason', h.reason) order by h.order_version), '[]')
    from order_history h join branches b on b.id = h.branch_id
    join public.customers hc on hc.id = h.customer_id
    where ${steps} and ${isAmong(sql`h.branch_id`, visible)}`
}

/** A customer and all that were ever merged with it, in either direction. */
function earlierCustomers(customerId: string): SQL {
  return sql`
    with recursive related as (
      select ${customerId}::uuid as id
      union
      select case when m.customer_id = r.id then m.merged_customer_id else m.customer_id end
      from related r join customer_merges m on r.id in (m.customer_id, m.merged_customer_id)
    )
    select id from related`
}

const stateOf = (row: SQL) => sql`
  'type', ${row}.type, 'status', ${row}.status, 'amount_minor', ${row}.amount_minor, 'ordered_at', ${row}.ordered_at,
  'branch', json_build_object('code', b.code, 'name', b.name), 'vehicle_id', ${row}.vehicle_id,
  'description', ${row}.description, 'details', ${row}.details`

/** The person or key with the present name; null where nobody entered it by hand. */
const actor = (id: SQL) => sql`
  case when ${id} is not null then json_build_object('id', ${id}, 'name', coalesce(
    (select name from users where id = ${id}), (select name from api_keys where id = ${id}))) end`

const localDay = (at: SQL) => sql`(${at} at time zone (select time_zone from business))::date`
