import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { NamedRow } from './named-rows'
import { type FileColumns, planCustomers } from './plan-customers'
import { planOrders } from './plan-orders'
import { findRecorded } from './recorded-ids'

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

/** Works out what will be done with what is staged, and how often, without doing any of it. */
export async function planImport(
  db: Database,
  plan: ImportPlan,
): Promise<{ customers: AppliedCounts; orders: AppliedCounts }> {
  await findRecorded(db)
  await planCustomers(db, plan.customerColumns, plan.unclassifiedId)
  await planOrders(db, plan.orderColumns, plan.mainBranchId)
  return countPlans(db)
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
