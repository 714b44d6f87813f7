import { inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { type NamedMove, resolveMove } from '@/db/queries/named-move'
import { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'
import { RequestError } from '@/lib/failure'
import { formatQuantity } from '@/lib/format/number'
import type { ConfirmedMove, Moved } from '@/lib/settings/contract'
import { beyondMoveLimit, MOVE_LIMIT } from '@/lib/settings/move-limit'
import { writeAudit } from './audit'
import { notifyChange } from './notify-change'
import { retriedTransaction, type Transaction } from './retried-transaction'

/**
 * Moves customers to another group, all or none: from now on, as their membership history says; what was before stays.
 * Returns how many they were; `limit` is how many may be moved at once.
 * @throws RequestError as `resolveMove`, 403 without all branches, 400 `too_many` beyond the limit, 409 `changed_meanwhile`
 * where they are not as many as the preview has counted.
 */
export async function moveCustomers(
  db: Database,
  caller: Caller,
  move: ConfirmedMove,
  limit = MOVE_LIMIT,
): Promise<Moved> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  assertWithin(limit, move.expected)
  return retriedTransaction(db, async (tx) => {
    // Thousands of rows take longer than a statement otherwise may.
    await tx.execute(sql`set local statement_timeout = '60s'`)
    await keepGroups(tx, move)
    const named = await resolveMove(tx, move)
    const ids = await lockThoseWhoGo(tx, named, limit + 1)
    assertWithin(limit, ids.length)
    if (ids.length !== move.expected) throw otherNumber(ids.length, move.expected)
    await moveLocked(tx, named, ids)
    const { from, to } = named
    const detail = {
      from: from.key,
      to: to.key,
      count: ids.length,
      ...(move.branch !== 'all' && { branch: move.branch }),
      ...(move.q !== '' && { searched: true }),
    }
    await writeAudit(tx, caller, { action: 'customer.moved', subject: { kind: 'group', id: to.id }, detail })
    await notifyChange(tx, { kind: 'settings', act: 'changed', branch_ids: null })
    return { moved: ids.length, from: from.key, to: to.key }
  })
}

/** Neither group is archived or renamed while customers go from one to the other. */
async function keepGroups(tx: Transaction, { from, to }: ConfirmedMove): Promise<void> {
  const { id, key } = customerGroups
  await tx
    .select({ id })
    .from(customerGroups)
    .where(inArray(key, [from, to]))
    .orderBy(id)
    .for('share')
}

/** @throws RequestError 400 `too_many`. */
function assertWithin(limit: number, count: number): void {
  const refusal = beyondMoveLimit(count, limit)
  if (refusal !== null) throw new RequestError(400, 'too_many', refusal)
}

async function lockThoseWhoGo(tx: Transaction, { goes }: NamedMove, most: number): Promise<string[]> {
  const all = tx.select({ id: customers.id }).from(customers).where(goes).orderBy(customers.id)
  const rows = await all.limit(most).for('update')
  return rows.map(({ id }) => id)
}

/** The instant is that of the statement: whoever was moved before it was locked was moved earlier. */
async function moveLocked(tx: Transaction, { to }: NamedMove, ids: readonly string[]): Promise<void> {
  const moved = JSON.stringify(ids.map((id) => ({ id, membership_id: uuidv7() })))
  await tx.execute(sql`
    with moved as materialized (
      select id, membership_id from jsonb_to_recordset(${moved}::jsonb) as moved(id uuid, membership_id uuid)
    ), changed as (
      update customers c set group_id = ${to.id}, version = c.version + 1, updated_at = now()
      from moved where c.id = moved.id
    ), ended as (
      update customer_group_memberships m set valid_to = statement_timestamp()
      from moved where m.customer_id = moved.id and m.valid_to is null
    )
    insert into customer_group_memberships (customer_id, id, group_id, valid_from)
    select id, membership_id, ${to.id}, statement_timestamp() from moved`)
}

function otherNumber(present: number, expected: number): RequestError {
  const now = formatQuantity(present, 'customer')
  return new RequestError(
    409,
    'changed_meanwhile',
    `Nobody was moved: it would be ${now} now, and was ${formatQuantity(expected, 'customer')} when you looked. The figures above are new: check them, then confirm.`,
  )
}
