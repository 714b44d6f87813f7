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
import { insertBranches, insertGroups } from './named-rows'
import { lockTouchedCustomers } from './plan-customers'
import { type AppliedCounts, type ImportPlan, planImport } from './plan-import'

/** Applies what is staged, in sets, and leaves a record, an audit entry and a notification of it. Part of a transaction. */
export async function applyImport(
  db: Database,
  caller: Caller,
  plan: ImportPlan,
): Promise<{ customers: AppliedCounts; orders: AppliedCounts; importId: string }> {
  await insertGroups(db, plan.newGroups)
  await insertBranches(db, plan.newBranches)
  await lockTouchedCustomers(db)
  const instant = await clockInstant(db)
  const counts = await planImport(db, plan)
  await insertNewCustomers(db, plan.mainBranchId)
  await updateChangedCustomers(db, instant)
  await applyOrders(db, instant)
  await applyKeys(db)
  await deriveTouchedCustomers(db)
  const importId = await recordImport(db, caller, plan, counts)
  return { ...counts, importId }
}

async function recordImport(
  db: Database,
  caller: Caller,
  { customersFile, ordersFile, currencyTaken }: ImportPlan,
  { customers, orders }: { customers: AppliedCounts; orders: AppliedCounts },
): Promise<string> {
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
  return id
}
