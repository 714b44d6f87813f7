import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { clockInstant } from '@/db/commands/clock-instant'
import { notifyChange } from '@/db/commands/notify-change'
import { imports } from '@/db/schema/local'
import { insertNewCustomers, updateChangedCustomers } from './apply-customers'
import { applyKeys } from './apply-keys'
import { applyOrders } from './apply-orders'
import { deriveTouchedCustomers } from './derive'
import { insertBranches, insertGroups, type NamedRow } from './named-rows'
import { type FileColumns, lockTouchedCustomers, planCustomers } from './plan-customers'
import { planOrders } from './plan-orders'

/** What the staged rows need to be applied. A file that was not given has no columns and no rows. */
export type ImportPlan = {
  customerColumns: FileColumns
  orderColumns: FileColumns
  newGroups: NamedRow[]
  newBranches: NamedRow[]
  unclassifiedId: string
  mainBranchId: string
  customersFile: string | null
  ordersFile: string | null
  /** The currency that the business takes with these orders, if it does. */
  currencyTaken: string | null
}

/**
 * How many customers or orders of a file are new, differ from what was recorded, or do not. `leftAlone` are the customers
 * that were merged into others or erased; it is only there where there are some.
 */
export type AppliedCounts = { created: number; changed: number; unchanged: number; leftAlone?: number }

/** Applies what is staged, in sets, and leaves a record, an audit entry and a notification of it. Part of a transaction. */
export async function applyImport(
  db: Database,
  caller: Caller,
  plan: ImportPlan,
): Promise<{ customers: AppliedCounts; orders: AppliedCounts }> {
  await insertGroups(db, plan.newGroups)
  await insertBranches(db, plan.newBranches)
  await lockTouchedCustomers(db)
  const instant = await clockInstant(db)
  await planCustomers(db, plan.customerColumns, plan.unclassifiedId)
  await planOrders(db, plan.orderColumns, plan.mainBranchId)
  await insertNewCustomers(db, plan.mainBranchId)
  await updateChangedCustomers(db, instant)
  await applyOrders(db, instant)
  await applyKeys(db)
  await deriveTouchedCustomers(db)
  const counts = await countPlans(db)
  await recordImport(db, caller, plan, counts)
  return counts
}

async function countPlans(db: Database): Promise<{ customers: AppliedCounts; orders: AppliedCounts }> {
  const customers = await db.execute<Required<AppliedCounts>>(sql`
    select count(*) filter (where is_new)::int as created, count(*) filter (where is_changed)::int as changed,
      count(*) filter (where not (is_new or is_changed or is_left_alone))::int as unchanged,
      count(*) filter (where is_left_alone)::int as "leftAlone"
    from customer_plan`)
  const orders = await db.execute<AppliedCounts>(sql`
    select count(*) filter (where action = 'new')::int as created,
      count(*) filter (where action in ('changed', 'moved'))::int as changed,
      count(*) filter (where action = 'same')::int as unchanged
    from order_plan`)
  const none = { created: 0, changed: 0, unchanged: 0 }
  const { leftAlone, ...counted } = customers.rows[0] ?? { ...none, leftAlone: 0 }
  return { customers: { ...counted, ...(leftAlone > 0 && { leftAlone }) }, orders: orders.rows[0] ?? none }
}

async function recordImport(
  db: Database,
  caller: Caller,
  { customersFile, ordersFile, currencyTaken }: ImportPlan,
  { customers, orders }: { customers: AppliedCounts; orders: AppliedCounts },
): Promise<void> {
  const id = uuidv7()
  const counts = {
    customersCreated: customers.created,
    customersChanged: customers.changed,
    customersUnchanged: customers.unchanged,
    customersLeftAlone: customers.leftAlone ?? 0,
    ordersCreated: orders.created,
    ordersChanged: orders.changed,
    ordersUnchanged: orders.unchanged,
  }
  await db.insert(imports).values({ id, customersFile, ordersFile, counts })
  const detail = { ...counts, currencyTaken }
  await writeAudit(db, caller, { action: 'import.applied', subject: { kind: 'import', id }, detail })
  await notifyChange(db, { kind: 'import', act: 'created', id, branch_ids: null })
}
