import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { allowApplication, withClient } from './embedded/roles'
import { isSchemaCurrent, migrateDatabase } from './migrate'
import { createTestDatabase, type TestDatabase } from './testing/database'
import { urlOf } from './testing/template'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

test('starts that overlap migrate an empty database once', async () => {
  const cluster = inject('cluster')
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  const empty = urlOf(cluster.ownerUrl, name)
  await withClient(cluster.ownerUrl, (client) => client.query(`create database ${name}`))
  await allowApplication(empty, new URL(cluster.appUrl).username)
  await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(empty)))
  const applied = await withClient(empty, (client) => client.query('select hash from public.schema_migrations'))
  expect(new Set(applied.rows.map(({ hash }) => hash)).size).toBe(applied.rowCount)
  await withClient(cluster.ownerUrl, (client) => client.query(`drop database ${name} with (force)`))
})

describe('isSchemaCurrent', () => {
  const owner = (statement: string) => withClient(database.ownerUrl, (client) => client.query(statement))

  test('a migrated database is current', async () => {
    expect(await isSchemaCurrent(database.db)).toBe(true)
  })

  test('one without any migration is not', async () => {
    await owner('drop table public.schema_migrations')
    expect(await isSchemaCurrent(database.db)).toBe(false)
  })

  test('one that lacks the last migration is not', async () => {
    await owner('delete from public.schema_migrations where id = (select max(id) from public.schema_migrations)')
    expect(await isSchemaCurrent(database.db)).toBe(false)
  })

  test('one that a newer version has migrated is not, and an older version refuses to start on it', async () => {
    await owner("insert into public.schema_migrations (hash, created_at) values ('newer', 9999999999999)")
    expect(await isSchemaCurrent(database.db)).toBe(false)
    await expect(migrateDatabase(database.ownerUrl)).rejects.toThrow('newer version')
  })
})

describe('the role of the application', () => {
  test.each([
    'create table notes_2 (id int)',
    'alter table customers add column extra text',
    'drop table notes',
    'truncate orders',
    'create schema other',
  ])('can not %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  test('reads, writes, analyses and makes temporary tables', async () => {
    await database.db.execute(
      sql`insert into branches (id, code, name, position) values (gen_random_uuid(), 'x', 'X', 1)`,
    )
    await database.db.execute(sql`analyze branches`)
    await database.db.execute(sql`create temp table staged (id int)`)
    expect((await database.db.execute(sql`select code from branches`)).rows).toEqual([{ code: 'x' }])
  })
})
