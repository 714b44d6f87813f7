import { sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { seesAll } from '@/db/commands/merging/lock-pair'
import type { OpenMerge } from '@/lib/customers/merging'
import { instant, whole } from './row-values'

const mergeRow = z.object({
  id: z.uuid(),
  mergedAt: instant,
  fullName: z.string(),
  mergedBy: z.string().nullable(),
  orders: whole,
  vehicles: whole,
  notes: whole,
})

/**
 * The merges into a customer that were not undone, the latest first; none where orders of the customer are at branches that
 * the caller does not see, for they could undo none. Throws RequestError 403 for who may not edit.
 */
export async function listOpenMerges(
  db: Pick<Database, 'execute' | 'select'>,
  caller: Caller,
  customerId: string,
): Promise<OpenMerge[]> {
  assertMay(caller, 'edit')
  if (!isUuid(customerId) || !(await seesAll(db, caller.scope, [customerId]))) return []
  const count = (what: string) => sql`jsonb_array_length(m.moved -> ${what}::text)`
  const { rows } = await db.execute(sql`
    select m.id, m.merged_at as "mergedAt", c.full_name as "fullName", coalesce(u.name, k.name) as "mergedBy",
      ${count('orders')} as orders, ${count('vehicles')} as vehicles, ${count('notes')} as notes
    from customer_merges m
    join customers c on c.id = m.merged_customer_id
    left join users u on u.id = m.merged_by_id
    left join api_keys k on k.id = m.merged_by_id
    where m.customer_id = ${customerId} and m.undone_at is null
    order by m.merged_at desc, m.id desc`)
  return z.array(mergeRow).parse(rows)
}

/** The customer that stands for one that was merged into another, and that perhaps into a third; null for one that was not. */
export async function findKeptCustomer(db: Pick<Database, 'execute'>, customerId: string): Promise<string | null> {
  if (!isUuid(customerId)) return null
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive led as (
      select id, merged_into_id from customers where id = ${customerId} and merged_into_id is not null
      union
      select c.id, c.merged_into_id from led join customers c on c.id = led.merged_into_id
    )
    select id from led where merged_into_id is null`)
  return rows[0]?.id ?? null
}
