import { sql } from 'drizzle-orm'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import type { FoundCustomer } from '@/lib/customers/finding'
import { findable, foundColumns, foundFrom, foundRow } from './found-rows'
import { visibleBranchIds, withVisibleAmong } from './visible-records'

/**
 * One customer as the finder shows them, by id; null where the caller may see no such customer, or where they were merged
 * into another one or erased. Throws RequestError 403 for a caller who may not enter orders.
 */
export async function findEntryCustomer(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  id: string,
): Promise<FoundCustomer | null> {
  assertMay(caller, 'enter')
  const visible = visibleBranchIds(caller.scope)
  const asked = sql`select ${customers.id} as id from ${customers} where ${customers.id} = ${id} and ${findable}`
  const { rows } = await db.execute(sql`
    ${withVisibleAmong(visible, asked, [])}
    select ${foundColumns} ${foundFrom} join candidates on candidates.id = ${customers.id}`)
  return rows.length === 0 ? null : foundRow.parse(rows[0])
}
