import { sql } from 'drizzle-orm'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { resolveFrame } from '@/db/queries/frame'
import type { Agreement, Check } from '@/lib/agreement/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { may } from '@/lib/roles'
import { bridgeChecks } from './bridge-checks'
import { groupsChecks, readViews } from './groups-checks'
import { keptChecks } from './kept-checks'
import { keyChecks } from './key-checks'
import { listChecks } from './list-checks'
import { membershipChecks } from './membership-checks'
import { orderChecks } from './order-checks'
import { plainChecks } from './plain-checks'
import { seriesChecks } from './series-checks'

/**
 * Works out what always holds, both sides of each, on the records as they are: all in one snapshot, for the usual period
 * and what the caller may see. What is kept beside the records it follows from concerns every branch, so that it is
 * checked for administrators with all branches alone. A statement may take `patienceMs`; then everything fails.
 */
export async function checkAgreement(db: Database, caller: Caller, patienceMs: number): Promise<Agreement> {
  assertMay(caller, 'read')
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = ${sql.raw(String(Math.trunc(patienceMs)))}`)
      const figures = await figureChecks(tx, caller)
      const records = seesRecords(caller) ? await recordChecks(tx) : []
      const checks = [...figures.checks, ...records]
      return { success: true, as_of: figures.asOf, agrees: checks.every(({ agrees }) => agrees), checks }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Whether the check of a caller is also one of what is kept beside the records. */
export function seesRecords({ role, scope }: Pick<Caller, 'role' | 'scope'>): boolean {
  return may(role, 'administer') && scope.branches === 'all'
}

async function figureChecks(tx: Database, { scope }: Caller): Promise<{ asOf: string; checks: Check[] }> {
  const { as_of: _, ...usual } = groupsParamsSchema.parse({})
  const frame = await resolveFrame(tx, scope, usual)
  const views = await readViews(tx, scope, frame)
  const checks = [
    ...groupsChecks(views, frame),
    ...(await listChecks(tx, scope, views, frame)),
    ...(await seriesChecks(tx, scope, views, frame)),
    ...(await bridgeChecks(tx, scope, views, frame)),
    ...(await plainChecks(tx, views, frame)),
  ]
  return { asOf: frame.asOf, checks }
}

async function recordChecks(tx: Database): Promise<Check[]> {
  return [
    ...(await keptChecks(tx)),
    ...(await membershipChecks(tx)),
    ...(await orderChecks(tx)),
    ...(await keyChecks(tx)),
  ]
}
