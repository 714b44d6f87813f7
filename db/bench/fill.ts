import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getTableName, sql, type Table } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ensureBusiness } from '@/db/commands/business'
import { keepCustomerBranches } from '@/db/commands/keep-customer-branches'
import { customerBranches, customerGroupMemberships, customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import { visitGaps } from '@/db/visit-gaps'
import { BENCH_AS_OF, type BenchSize, type CopyLine, customerLines, orderLines, vehicleLines } from './generate'

const BRANCHES = ['north', 'airport']

/** Fills an empty, migrated database with generated records, the same for the same size, and gathers its statistics. */
export async function fillBenchDatabase(db: NodePgDatabase, pool: pg.Pool, size: BenchSize): Promise<void> {
  await ensureBusiness(db, { name: 'Benchmark', timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', country: 'TZ' })
  const made = BRANCHES.map((code, index) => ({ id: benchBranchId(index), code, name: code, position: index + 1 }))
  await db.insert(branches).values(made)
  const groups = await db.select({ id: customerGroups.id }).from(customerGroups).orderBy(customerGroups.position)
  const places = await db.select({ id: branches.id }).from(branches).orderBy(branches.position)
  const ids = { groups: groups.map(({ id }) => id), branches: places.map(({ id }) => id) }
  await copy(pool, customers, CUSTOMER_COLUMNS, customerLines(size, ids))
  await copy(pool, orders, ORDER_COLUMNS, orderLines(size, ids))
  await copy(pool, vehicles, ['customer_id', 'id', 'plate'], vehicleLines(size))
  await db.execute(memberships)
  await db.execute(deriveFromOrders)
  await keepCustomerBranches(db, sql`(select id as customer_id from ${customers})`)
  for (const table of [customers, customerGroupMemberships, customerBranches, orders, vehicles])
    await db.execute(sql`vacuum (analyze) ${table}`)
}

const CUSTOMER_COLUMNS = [
  'id',
  'external_id',
  'full_name',
  'phone',
  'group_id',
  'home_branch_id',
  'registered_at',
  'known_since',
  'sort_name',
  'search_text',
]
const ORDER_COLUMNS = ['customer_id', 'id', 'branch_id', 'type', 'status', 'amount_minor', 'ordered_at', 'source']

async function copy(pool: pg.Pool, table: Table, columns: string[], lines: Iterable<CopyLine>): Promise<void> {
  const client = await pool.connect()
  try {
    const sink = client.query(copyFrom(`copy ${getTableName(table)} (${columns.join(', ')}) from stdin`))
    await pipeline(Readable.from(inParts(lines)), sink)
  } finally {
    client.release()
  }
}

/** Lines of tab-separated cells, joined into parts large enough to send. */
function* inParts(lines: Iterable<CopyLine>): Generator<string> {
  let part = ''
  for (const cells of lines) {
    part += `${cells.join('\t')}\n`
    if (part.length > 65_536) {
      yield part
      part = ''
    }
  }
  yield part
}

/** Since when everybody has its type: one of fifty had the next one before, for half of the time since its registration. */
const memberships = sql`
  with types as (
    select id, coalesce(lead(id) over positions, first_value(id) over positions) as other_id
    from ${customerGroups} window positions as (order by position)
  ), known as (
    select ${customers.id}, ${customers.groupId}, other_id,
      case when substr(${customers.externalId}, 2)::int % 50 = 0
        then ${customers.registeredAt} + (${BENCH_AS_OF}::timestamptz - ${customers.registeredAt}) / 2 end as moved_at
    from ${customers} join types on types.id = ${customers.groupId}
  )
  insert into ${customerGroupMemberships} (customer_id, id, group_id, valid_from, valid_to)
  select id, md5(id || 'now')::uuid, group_id, coalesce(moved_at, '-infinity'), null from known
  union all
  select id, md5(id || 'before')::uuid, other_id, '-infinity', moved_at from known where moved_at is not null`

/** What whoever writes an order keeps beside it. */
const deriveFromOrders = sql`
  update ${customers} set
    known_since = least(${customers.registeredAt}, o.first_at),
    first_counted_at = o.first_counted_at,
    last_counted_at = o.last_counted_at,
    visit_gaps = coalesce(visits.visit_gaps, 0),
    median_gap_days = visits.median_gap_days
  from (
    select ${orders.customerId} as customer_id, min(${orders.orderedAt}) as first_at,
      min(${orders.orderedAt}) filter (where ${orders.status} <> 'cancelled') as first_counted_at,
      max(${orders.orderedAt}) filter (where ${orders.status} <> 'cancelled') as last_counted_at
    from ${orders} group by ${orders.customerId}
  ) as o
  left join (${visitGaps(sql`${orders}`)}) as visits on visits.customer_id = o.customer_id
  where o.customer_id = ${customers.id}`

function benchBranchId(index: number): string {
  return `00000000-0000-7000-8000-b00000000${String(index).padStart(3, '0')}`
}
