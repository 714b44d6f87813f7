import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { withClient } from '@/db/embedded/roles'
import { auditLog } from '@/db/schema/audit'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { exportParamsSchema } from '@/lib/customer-groups/params'
import { exportCustomers } from './customer-export'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await recordWorkshop(database.db, { timeZone: 'UTC' }, [{ name: 'Asha', orders: [{ at: '2026-03-20T10:00:00Z' }] }])
})
afterEach(() => database.drop())

const open = (params: Record<string, string> = {}) => {
  const asked = exportParamsSchema.parse({ as_of: '2026-03-31T00:00:00Z', ...params })
  return exportCustomers(database.pool, shellCaller(), asked, new AbortController().signal)
}
const entries = () => database.db.select().from(auditLog)

test('an export is in the audit log before its first byte, with its filters and without the words searched for', async () => {
  const { body } = await open({ group: 'unclassified', q: 'Asha +255739445652', period: '1year' })
  const [entry] = await entries()
  await body.cancel()
  expect(entry).toMatchObject({ action: 'export.started', actorKind: 'shell', actorId: null, address: null })
  expect(entry?.detail).toEqual({
    period: '1year',
    compare: 'previous',
    group: 'unclassified',
    activity: 'active',
    order_type: 'all',
    branch: 'all',
    group_by: 'type',
    group_at: 'now',
    as_of: '2026-03-31T00:00:00.000Z',
    searched: true,
    filtered: false,
    format: 'csv',
    rows: 0,
  })
})

test('a refused export is no export', async () => {
  await expect(open({ branch: 'nowhere' })).rejects.toMatchObject({ status: 400 })
  expect(await entries()).toEqual([])
})

test('an export that can not be written down gives not a byte, and takes no place', async () => {
  const may = (statement: string) => withClient(database.ownerUrl, (owner) => owner.query(statement))
  const { rows } = await database.db.execute<{ role: string }>(sql`select current_user as role`)
  await may(`revoke insert on audit_log from "${rows[0]?.role}"`)
  for (let times = 0; times < 3; times++) await expect(open()).rejects.toThrow()
  await may(`grant insert on audit_log to "${rows[0]?.role}"`)
  expect(await new Response((await open()).body).text()).toContain('Asha')
})
