import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveCustomers } from './commands/orders/derive-customer'
import { createTestDatabase, type TestDatabase } from './testing/database'
import { recordWorkshop } from './testing/workshop'
import { type GeneratedWorkshop, generatedWorkshop, TEST_BRANCHES } from './testing/workshop-arbitrary'

const FILLING = new URL('./migrations/0010_fill_visit_gaps.sql', import.meta.url)

async function keptGaps({ db }: TestDatabase) {
  const { rows } = await db.execute(sql`select external_id, visit_gaps, median_gap_days from customers order by id`)
  return rows
}

async function forget({ db }: TestDatabase): Promise<void> {
  await db.execute(sql`update customers set visit_gaps = 0, median_gap_days = null`)
}

test('the gaps that are derived, and those that an update of the application fills in, are those of a recount', async () => {
  const filling = await readFile(FILLING, 'utf8')
  const check = async (workshop: GeneratedWorkshop) => {
    const database = await createTestDatabase()
    try {
      await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
      const recounted = await keptGaps(database)
      await forget(database)
      await deriveCustomers(database.db, sql`(select id as customer_id from customers)`)
      expect(await keptGaps(database)).toEqual(recounted)
      await forget(database)
      await database.pool.query(filling)
      expect(await keptGaps(database)).toEqual(recounted)
    } finally {
      await database.drop()
    }
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, check), { numRuns: 4, endOnFailure: true })
})
