import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { counted } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { FOUND_LIMIT, type FoundCustomer } from '@/lib/customers/finding'
import { matchedCustomers } from './customer-matches'
import { findable, foundColumns, foundFrom, foundRow, latestFirst } from './found-rows'
import { atHome, ofBranches } from './order-filters'
import { resolveTexts } from './resolve-texts'
import { visibleBranchIds, withVisibleAmong } from './visible-records'

/**
 * Whom the caller may see and `q` may mean, at most `FOUND_LIMIT`: first who has exactly this phone, plate, e-mail or
 * code, then whose name begins with it, then who has it anywhere; among them whoever came last. Nobody for fewer than
 * two characters. Throws RequestError 403 for a caller who may not enter orders.
 */
export async function findCustomers(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  q: string,
): Promise<FoundCustomer[]> {
  assertMay(caller, 'enter')
  const { text, country } = await resolveTexts(db, q)
  if ([...text].length < 2) return []
  const visible = visibleBranchIds(caller.scope)
  const matched = matchedCustomers({ q, text, country, visibleBranchIds: visible })
  const { rows } = await db.execute(sql`
    ${withVisibleAmong(visible, visible === null ? bestOf(matched) : bestVisibleOf(matched, visible), [])}
    select ${foundColumns} ${foundFrom} join candidates on candidates.id = ${customers.id}
    order by candidates.rank, ${latestFirst}`)
  return z.array(foundRow).parse(rows)
}

function bestOf(matched: SQL): SQL {
  return sql`
    select ${customers.id} as id, matched.rank
    from (${matched}) as matched join ${customers} on ${customers.id} = matched.id
    where ${findable}
    order by matched.rank, ${latestFirst} limit ${FOUND_LIMIT}`
}

/**
 * The same among those whom `withVisible` would show, by the last order that it would count: looked up customer by
 * customer, the latest order first, for all that can be seen of thousands takes too long while somebody types.
 */
function bestVisibleOf(matched: SQL, branchIds: readonly string[]): SQL {
  const here = sql`${orders.customerId} = ${customers.id} and ${ofBranches(branchIds)}`
  return sql`
    select ${customers.id} as id, matched.rank
    from (${matched}) as matched join ${customers} on ${customers.id} = matched.id
    left join lateral (
      select ${orders.orderedAt} as at from ${orders} where ${here} and ${counted} order by ${orders.orderedAt} desc limit 1
    ) as latest on true
    left join lateral (select true as found from ${orders} where latest.at is null and ${here} limit 1) as cancelled on true
    where ${findable} and (${atHome(branchIds)} or latest.at is not null or cancelled.found)
    order by matched.rank, latest.at desc nulls last, ${customers.sortName}, ${customers.id} limit ${FOUND_LIMIT}`
}
