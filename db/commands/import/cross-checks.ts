import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findRecorded } from './recorded-ids'

/** A staged row that does not go with the other rows, or with what is recorded. */
export type StrayRow = { line: number; value: string }

const USABLE_CUSTOMERS = sql`(select * from staged_customers where usable) as usable`
const CUSTOMER_CONTENT = sql`(full_name, organization_name, phone, email, group_id, branch_id, registered_at, entered_at)`
const ORDER_CONTENT = sql`(customer_external_id, type, status, amount_minor, ordered_at, source, branch_id)`

/** Customers' rows that share an external id and differ in anything else; `value` is the external id. */
export function findConflictingCustomers(db: Database): AsyncGenerator<StrayRow> {
  return inPages(db, conflicting(USABLE_CUSTOMERS, CUSTOMER_CONTENT))
}

/** Orders' rows that share an external id and differ in anything else; `value` is the external id. */
export function findConflictingOrders(db: Database): AsyncGenerator<StrayRow> {
  return inPages(db, conflicting(sql`staged_orders`, ORDER_CONTENT))
}

/** Orders of customers that are neither staged nor recorded; `value` is the customer's external id. */
export async function* findOrdersOfUnknownCustomers(db: Database): AsyncGenerator<StrayRow> {
  await findRecorded(db)
  yield* inPages(
    db,
    sql`
      select line, customer_external_id as value
      from staged_orders
      where customer_external_id not in (select external_id from staged_customers)
        and customer_external_id not in (select code from recorded_customers)`,
  )
}

/** How many rows say again exactly what another row of the same external id says. */
export async function countRepeated(db: Database): Promise<{ customers: number; orders: number }> {
  const repeated = (rows: SQL) => sql`(select count(*) - count(distinct external_id) from ${rows})::int`
  const counted = await db.execute<{ customers: number; orders: number }>(
    sql`select ${repeated(USABLE_CUSTOMERS)} as customers, ${repeated(sql`staged_orders`)} as orders`,
  )
  return counted.rows[0] ?? { customers: 0, orders: 0 }
}

function conflicting(rows: SQL, content: SQL): SQL {
  return sql`
    select line, external_id as value
    from ${rows}
    where external_id in (
      select external_id from ${rows} group by external_id having count(distinct ${content}) > 1
    )`
}

const PAGE_ROWS = 1_000

/** The rows by line, fetched a page at a time: a file may be wrong in every row. */
export async function* inPages(db: Database, found: SQL): AsyncGenerator<StrayRow> {
  await db.execute(sql`declare stray_rows cursor for ${found} order by line`)
  for (;;) {
    const { rows } = await db.execute<StrayRow>(sql.raw(`fetch ${PAGE_ROWS} from stray_rows`))
    yield* rows
    if (rows.length < PAGE_ROWS) break
  }
  await db.execute(sql`close stray_rows`)
}
