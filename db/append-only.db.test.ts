import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shellCaller } from './access'
import { writeAudit } from './commands/audit'
import { allowApplication } from './embedded/roles'
import { migrateDatabase } from './migrate'
import { createTestDatabase, type TestDatabase } from './testing/database'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await writeAudit(database.db, shellCaller(), { action: 'link.made' })
})
afterEach(() => database.drop())

const CHANGES = [
  "update audit_log set action = 'sign_out'",
  'delete from audit_log',
  'truncate audit_log',
  'alter table audit_log disable trigger all',
  'drop table audit_log',
]

describe('the role of the application', () => {
  test('adds to the audit log and reads it', async () => {
    expect((await database.db.execute(sql`select action, detail from audit_log`)).rows).toEqual([
      { action: 'link.made', detail: {} },
    ])
  })

  test.each(CHANGES)('can not %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  test.each(CHANGES)('can not %s after a second start either', async (statement) => {
    await allowApplication(database.ownerUrl, new URL(database.url).username)
    await migrateDatabase(database.ownerUrl)
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  })
})
