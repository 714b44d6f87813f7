import { inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { branchScope, type Scope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from './database'
import { type KnownRecords, readRecords, seenWithin } from './known-records'
import { setRecencyRules, TEST_RECENCY_RULES } from './recency-rules'
import { recordWorkshop } from './workshop'
import { type GeneratedWorkshop, TEST_BRANCHES } from './workshop-arbitrary'

/** A workshop as somebody sees it: through the application, and as the rows that are theirs to see. */
export type Seen = { database: TestDatabase; scope: Scope; records: KnownRecords; asOf: string }

const recencyRules = fc.constantFrom({}, TEST_RECENCY_RULES)

/** Checks a property of generated workshops, for everything that is recorded and for what some branches show of it. */
export async function holdsWhoeverSees(
  workshop: fc.Arbitrary<GeneratedWorkshop>,
  property: (seen: Seen) => Promise<void>,
): Promise<void> {
  const check = fc.asyncProperty(workshop, recencyRules, async ({ timeZone, asOf, customers }, rules) => {
    const database = await createTestDatabase()
    try {
      await recordWorkshop(database.db, { timeZone }, customers, TEST_BRANCHES)
      await setRecencyRules(database.db, rules)
      const records = await readRecords(database.db)
      await property({ database, asOf, scope: systemScope(), records: seenWithin(records, 'all') })
      const codes = ['main', 'north']
      const scope = branchScope(await idsOf(database, codes))
      await property({ database, asOf, scope, records: seenWithin(records, codes) })
    } finally {
      await database.drop()
    }
  })
  await fc.assert(check, { numRuns: 2, endOnFailure: true })
}

async function idsOf({ db }: TestDatabase, codes: string[]): Promise<string[]> {
  const rows = await db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
  return rows.map(({ id }) => id)
}

/** Everything that customers can be grouped by. */
export const WAYS_TO_GROUP = [
  { group_by: 'type', group_at: 'now' },
  { group_by: 'type', group_at: 'order' },
  { group_by: 'branch', group_at: 'now' },
  { group_by: 'visit', group_at: 'now' },
  { group_by: 'recency', group_at: 'now' },
  { group_by: 'rfm', group_at: 'now' },
] as const
