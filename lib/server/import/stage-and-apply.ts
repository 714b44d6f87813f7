import type { Caller } from '@/db/access'
import { countRepeated } from '@/db/commands/import/cross-checks'
import { listBranches, listGroups } from '@/db/commands/import/named-rows'
import type { AppliedCounts, ImportPlan } from '@/db/commands/import/plan-import'
import type { ImportSession } from '@/db/commands/import/session'
import { createStaging, stageCustomers, stageOrders } from '@/db/commands/import/staging'
import { MAIN_BRANCH, UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { logCrossErrors } from './cross-errors'
import { readCustomer } from './customer-row'
import type { ErrorLog } from './error-log'
import type { InspectedFile } from './inspect-file'
import { judgedRows } from './judged-rows'
import { NameRegister } from './name-register'
import { readOrder } from './order-row'
import type { Progress } from './progress'
import type { FileReport, ImportReport } from './report'
import { type MoneyOptions, type SettledRules, settleMoney } from './settle-money'

/** What is done with what is staged and right: it is applied, or only looked at. */
export type Act = (session: ImportSession, caller: Caller, plan: ImportPlan) => Promise<PlannedCounts>
export type PlannedCounts = { customers: AppliedCounts; orders: AppliedCounts }

/** An import under way: the files as they were asked for, and what the first reading made of them (null: no table). */
export type ImportRun = MoneyOptions & {
  /** Who imports. */
  caller: Caller
  act: Act
  /** What the history calls the files; without it, as they were asked for. */
  recordedAs?: { customers: string | null; orders: string | null }
  customersFile?: string
  ordersFile?: string
  customers: InspectedFile | null
  orders: InspectedFile | null
  log: ErrorLog
  progress: Progress
}

export type ImportOutcome = Omit<ImportReport, 'applied' | 'errors' | 'elapsedMs'>

type Registers = { groups: NameRegister; branches: NameRegister }
type Counts = { customers: number; orders: number }

/** Stages and judges both files whole, and does what is asked with them if nothing is wrong. */
export async function stageAndApply(session: ImportSession, run: ImportRun): Promise<ImportOutcome> {
  const { db } = session
  const { customers, orders, log } = run
  const rules = await settleMoney(db, orders, run, log)
  const groups = new NameRegister(await listGroups(db), 'group')
  const branches = new NameRegister(await listBranches(db), 'branch')
  const rows = await stageFiles(session, run, rules, { groups, branches })
  await run.progress.enter('checking')
  await logCrossErrors(db, run, log)
  const repeated = await countRepeated(db)
  const applied = log.total === 0 ? await actOnStaged(session, run, rules, { groups, branches }) : null
  const describe = (file: InspectedFile, kind: 'customers' | 'orders'): FileReport => {
    const { path, encoding, separator, sheet, unknownColumns } = file
    const decimal = kind === 'orders' ? rules.decimal : null
    const found = { encoding, separator, sheet, decimal, unknownColumns }
    return { path, ...found, rows: rows[kind], repeated: repeated[kind], applied: applied?.[kind] ?? null }
  }
  return {
    customers: customers && describe(customers, 'customers'),
    orders: orders && describe(orders, 'orders'),
    groupsCreated: groups.created.map(({ name }) => name),
    branchesCreated: branches.created.map(({ name }) => name),
    currencyTaken: rules.currencyTaken,
  }
}

/** Returns how many rows were read of each file. */
async function stageFiles(
  session: ImportSession,
  { customers, orders, log, progress }: ImportRun,
  rules: SettledRules,
  registers: Registers,
): Promise<Counts> {
  const counts = { customers: 0, orders: 0 }
  await createStaging(session.db)
  if (customers) {
    const customerRules = { timeZone: rules.timeZone, dateOrder: customers.dateOrder, ...registers }
    const rows = judgedRows(customers, log, progress.onBytes, (cells, line) => {
      counts.customers += 1
      return readCustomer(cells, line, customerRules)
    })
    await stageCustomers(session, rows)
  }
  if (orders) {
    const orderRules = { ...rules, dateOrder: orders.dateOrder, ...registers }
    const rows = judgedRows(orders, log, progress.onBytes, (cells, line) => {
      counts.orders += 1
      return readOrder(cells, line, orderRules)
    })
    await stageOrders(session, rows)
  }
  return counts
}

async function actOnStaged(
  session: ImportSession,
  { caller, act, customers, orders, customersFile, ordersFile, recordedAs, progress }: ImportRun,
  { currencyTaken }: SettledRules,
  { groups, branches }: Registers,
): Promise<PlannedCounts> {
  await progress.enter('applying')
  return act(session, caller, {
    customerColumns: new Set(customers?.positions.keys()),
    orderColumns: new Set(orders?.positions.keys()),
    // Before the lists of what is new are taken: these two are normally there from the beginning.
    unclassifiedId: groups.idOf(UNCLASSIFIED_GROUP),
    mainBranchId: branches.idOf(MAIN_BRANCH),
    newGroups: groups.created,
    newBranches: branches.created,
    customersFile: recordedAs ? recordedAs.customers : (customersFile ?? null),
    ordersFile: recordedAs ? recordedAs.orders : (ordersFile ?? null),
    currencyTaken,
  })
}
