import { type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import { sourceOf } from '@/db/commands/orders/insert-order'
import type { Transaction } from '@/db/commands/retried-transaction'
import { moveOrderCodes } from './look-ups'

/** From whom to whom; `ids` are the records to be moved, as far as they are still there: null means all. */
export type Move = { from: string; to: string; ids: readonly string[] | null }

/**
 * Moves orders to another customer, each with its former state in its history, and gives their ids. The customer is part
 * of an order's key and of where its row lies, so a move is a row gone and a row come. An order keeps its vehicle where
 * that went along: move the vehicles first.
 */
export async function moveOrders(tx: Transaction, caller: Caller, move: Move, reason: string): Promise<string[]> {
  const which = sql`customer_id = ${move.from} and ${among(move.ids)}`
  const moved = await keepHistories(tx, caller, { customerId: move.from, which, reason })
  const { rows } = await tx.execute<{ external_id: string | null }>(sql`
    with gone as (delete from orders where ${which} returning *)
    insert into orders (customer_id, id, external_id, branch_id, type, status, amount_minor, ordered_at, source, vehicle_id,
      description, details, entered_by_id, version, created_at, updated_at)
    select ${move.to}, id, external_id, branch_id, type, status, amount_minor, ordered_at, source,
      (select v.id from vehicles v where v.customer_id = ${move.to} and v.id = gone.vehicle_id),
      description, details, entered_by_id, version + 1, created_at, clock_timestamp()
    from gone
    returning external_id`)
  const codes = rows.map(({ external_id }) => external_id).filter((code) => code !== null)
  await moveOrderCodes(tx, codes, move.to)
  return moved
}

/** Moves vehicles or notes to another customer, and gives their ids. */
export async function moveBelongings(tx: Transaction, table: 'vehicles' | 'notes', move: Move): Promise<string[]> {
  const columns = BELONGINGS[table]
  const { rows } = await tx.execute<{ id: string }>(sql`
    with gone as (delete from ${sql.identifier(table)} where customer_id = ${move.from} and ${among(move.ids)} returning *)
    insert into ${sql.identifier(table)} (customer_id, ${columns})
    select ${move.to}, ${columns} from gone
    returning id`)
  return rows.map(({ id }) => id)
}

const BELONGINGS = {
  vehicles: sql.raw('id, plate, make, model, year, retired_at, version, created_at'),
  notes: sql.raw('id, body, written_by_id, created_at'),
}

/** Takes vehicles that went away from the orders that stayed, each with its former state in its history. */
export async function detachVehicles(
  tx: Transaction,
  caller: Caller,
  { from, ids }: Pick<Move, 'from'> & { ids: readonly string[] },
  reason: string,
): Promise<void> {
  const which = sql`customer_id = ${from} and vehicle_id in ${listed(ids)}`
  await keepHistories(tx, caller, { customerId: from, which, reason })
  await tx.execute(sql`
    update orders set vehicle_id = null, version = version + 1, updated_at = clock_timestamp() where ${which}`)
}

type Step = { customerId: string; which: SQL; reason: string }

/** Keeps what the orders are in their histories, and gives their ids. */
async function keepHistories(tx: Transaction, caller: Caller, { customerId, which, reason }: Step): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from orders where ${which} order by id`)
  const steps = JSON.stringify(rows.map(({ id }) => ({ order_id: id, id: uuidv7() })))
  const source = sourceOf(caller, 'order_page')
  await tx.execute(sql`
    insert into order_history (customer_id, id, order_id, order_version, branch_id, type, status, amount_minor, ordered_at,
      vehicle_id, description, details, replaced_at, replaced_by, replaced_by_id, reason)
    select o.customer_id, s.id, o.id, o.version, o.branch_id, o.type, o.status, o.amount_minor, o.ordered_at, o.vehicle_id,
      o.description, o.details, clock_timestamp(), ${source}::order_source, ${caller.id}::uuid, ${reason}
    from json_to_recordset(${steps}::json) as s (order_id uuid, id uuid)
    join orders o on o.customer_id = ${customerId} and o.id = s.order_id`)
  return rows.map(({ id }) => id)
}

function among(ids: readonly string[] | null): SQL {
  return ids === null ? sql`true` : sql`id in ${listed(ids)}`
}

/** A list of any length: a statement takes at most 65,535 parameters. */
function listed(ids: readonly string[]): SQL {
  return sql`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`
}
