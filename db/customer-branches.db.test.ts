import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepCustomerBranches } from './commands/keep-customer-branches'
import { createTestDatabase, type TestDatabase } from './testing/database'
import { recordWorkshop } from './testing/workshop'
import { type GeneratedWorkshop, generatedWorkshop, TEST_BRANCHES } from './testing/workshop-arbitrary'

const FILLING = new URL('./migrations/0012_fill_customer_branches.sql', import.meta.url)

const everybody = sql`(select id as customer_id from customers)`

async function keptBranches({ db }: TestDatabase) {
  const { rows } = await db.execute(sql`select * from customer_branches order by customer_id, branch_id`)
  return rows
}

test('the branches that are derived, and those that an update of the application fills in, are those of a recount', async () => {
  const filling = await readFile(FILLING, 'utf8')
  const check = async (workshop: GeneratedWorkshop) => {
    const database = await createTestDatabase()
    try {
      await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
      const recounted = await keptBranches(database)
      await database.db.execute(sql`delete from customer_branches`)
      await keepCustomerBranches(database.db, everybody)
      expect(await keptBranches(database)).toEqual(recounted)
      await database.db.execute(sql`update customer_branches set known_since = now()`)
      await database.db.execute(sql`insert into customer_branches (customer_id, branch_id, known_since)
        select c.id, b.id, now() from customers c cross join branches b on conflict do nothing`)
      await keepCustomerBranches(database.db, everybody)
      expect(await keptBranches(database)).toEqual(recounted)
      await database.db.execute(sql`delete from customer_branches`)
      await database.pool.query(filling)
      expect(await keptBranches(database)).toEqual(recounted)
    } finally {
      await database.drop()
    }
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, check), { numRuns: 4, endOnFailure: true })
})
