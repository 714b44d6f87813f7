import { afterEach, beforeEach, expect, test } from 'vitest'
import { withClient } from '@/db/embedded/roles'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { GET } from './route'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  globalThis.customerGroupsPool = database.pool
})
afterEach(() => database.drop())

const ask = async () => {
  const response = await GET(new Request('http://127.0.0.1/api/health'), {})
  return { status: response.status, answer: await response.json() }
}

test('200 when the database answers and its schema is current', async () => {
  expect(await ask()).toEqual({ status: 200, answer: { success: true } })
})

test('503 with the reason when the schema is of another version', async () => {
  await withClient(database.ownerUrl, (client) => client.query('delete from public.schema_migrations'))
  expect(await ask()).toMatchObject({ status: 503, answer: { success: false, code: 'schema_outdated' } })
})

test('503 with the reason and nothing of the driver when the database does not answer', async () => {
  await withClient(database.ownerUrl, (client) =>
    client.query('revoke all on public.schema_migrations from public, customer_groups_app'),
  )
  const { status, answer } = await ask()
  expect({ status, answer }).toMatchObject({ status: 503, answer: { code: 'database_unavailable' } })
  expect(JSON.stringify(answer)).not.toContain('permission')
})
