import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { AMOUNT_MINOR_LIMIT } from '@/lib/definitions'
import { inPages, type StrayRow } from './cross-checks'

/** What the lines of one order have to have in common, by the columns of the file. */
export const COMMON_COLUMNS = ['customer_external_id', 'type', 'status', 'created_at', 'source', 'branch'] as const
export type CommonColumn = (typeof COMMON_COLUMNS)[number]

const COMMON = {
  customer_external_id: sql`customer_external_id`,
  type: sql`type`,
  status: sql`status`,
  created_at: sql`ordered_at`,
  source: sql`source`,
  branch: sql`branch_id`,
} satisfies Record<CommonColumn, SQL>

/** The lines of orders whose lines do not agree in a column; `value` is the order's external id. */
export function findDisagreeingLines(db: Database, column: CommonColumn): AsyncGenerator<StrayRow> {
  return inPages(
    db,
    sql`
      select line, external_id as value
      from staged_orders
      where external_id in (
        select external_id from staged_orders
        group by external_id having count(distinct coalesce((${COMMON[column]})::text, '')) > 1
      )`,
  )
}

/** The first lines of orders whose amounts are too large together. */
export function findTooLargeOrders(db: Database): AsyncGenerator<StrayRow> {
  return inPages(
    db,
    sql`
      select min(line) as line, external_id as value
      from staged_orders
      group by external_id having count(*) > 1 and sum(amount_minor) >= ${AMOUNT_MINOR_LIMIT}::bigint`,
  )
}

/** Leaves one row of each order, its first, with the amounts of all its lines. */
export async function addUpLines(db: Database): Promise<void> {
  await db.execute(sql`
    update staged_orders s
    set amount_minor = whole.amount_minor
    from (
      select external_id, min(line) as line, sum(amount_minor)::bigint as amount_minor
      from staged_orders group by external_id having count(*) > 1
    ) as whole
    where s.external_id = whole.external_id and s.line = whole.line`)
  await db.execute(sql`
    delete from staged_orders s
    using (select external_id, min(line) as line from staged_orders group by external_id having count(*) > 1) as whole
    where s.external_id = whole.external_id and s.line <> whole.line`)
  await db.execute(sql`analyze staged_orders`)
}
