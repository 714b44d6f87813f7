import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { OrderSource, OrderStatus, OrderType } from '@/lib/definitions'
import { type CopyValue, copyRows } from './copy-rows'
import type { ImportSession } from './session'

/** A customer that can not be applied is staged with its external id alone, so that its orders are not called strays. */
export type UnusableCustomer = { line: number; externalId: string; usable: false }

/** A row of a customers file: null is a blank cell or a column that the file does not have. Instants are UTC texts. */
export type StagedCustomer = {
  line: number
  externalId: string
  usable: true
  /** The id that the customer gets if it is new, and of the row of its membership if that changes. */
  id: string
  membershipId: string
  fullName: string | null
  organizationName: string | null
  phone: string | null
  email: string | null
  groupId: string | null
  branchId: string | null
  registeredAt: string | null
  /** Of who is new: when it was entered where it comes from. */
  enteredAt: string | null
}

/** A row of an orders file. */
export type StagedOrder = {
  line: number
  externalId: string
  id: string
  /** The id of the row of its history if it changes. */
  historyId: string
  customerExternalId: string
  type: OrderType
  status: OrderStatus
  amountMinor: number
  orderedAt: string
  source: OrderSource | null
  branchId: string | null
}

/** Creates the empty staging tables, which live until the transaction ends. */
export async function createStaging(db: Database): Promise<void> {
  await db.execute(sql`
    create temporary table staged_customers (
      line int, external_id text, usable boolean, id uuid, membership_id uuid, full_name text, organization_name text,
      phone text, email text, group_id uuid, branch_id uuid, registered_at timestamptz,
      entered_at timestamptz
    ) on commit drop`)
  await db.execute(sql`
    create temporary table staged_orders (
      line int, external_id text, id uuid, history_id uuid, customer_external_id text, type order_type,
      status order_status, amount_minor bigint, ordered_at timestamptz, source order_source, branch_id uuid
    ) on commit drop`)
}

/** Streams the rows of a customers file into its staging table. */
export async function stageCustomers(session: ImportSession, rows: AsyncIterable<StagedCustomer | UnusableCustomer>) {
  await copyRows(session.client, 'staged_customers', mapRows(rows, customerValues))
  await session.db.execute(sql`analyze staged_customers`)
}

/** Streams the rows of an orders file into its staging table. */
export async function stageOrders(session: ImportSession, rows: AsyncIterable<StagedOrder>) {
  await copyRows(session.client, 'staged_orders', mapRows(rows, orderValues))
  await session.db.execute(sql`analyze staged_orders`)
}

async function* mapRows<T>(rows: AsyncIterable<T>, values: (row: T) => CopyValue[]): AsyncGenerator<CopyValue[]> {
  for await (const row of rows) yield values(row)
}

// The order of the values is that of the columns above.
function customerValues(row: StagedCustomer | UnusableCustomer): CopyValue[] {
  const { line, externalId, usable } = row
  if (!usable) return [line, externalId, usable, ...Array<null>(10).fill(null)]
  const { id, membershipId, fullName, organizationName, phone, email, groupId, branchId, registeredAt, enteredAt } = row
  const profile = [fullName, organizationName, phone, email, groupId, branchId, registeredAt, enteredAt]
  return [line, externalId, usable, id, membershipId, ...profile]
}

function orderValues(row: StagedOrder): CopyValue[] {
  const {
    line,
    externalId,
    id,
    historyId,
    customerExternalId,
    type,
    status,
    amountMinor,
    orderedAt,
    source,
    branchId,
  } = row
  return [line, externalId, id, historyId, customerExternalId, type, status, amountMinor, orderedAt, source, branchId]
}
