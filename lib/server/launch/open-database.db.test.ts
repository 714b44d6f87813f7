import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { createDatabase } from '@/db/client'
import { withClient } from '@/db/embedded/roles'
import { isSchemaCurrent } from '@/db/migrate'
import { urlOf } from '@/db/testing/template'
import { readEnv } from '@/lib/env'
import { openDatabase } from './open-database'

const name = `outside_${randomUUID().replaceAll('-', '')}`
const execute = (statement: string) => withClient(inject('cluster').ownerUrl, (client) => client.query(statement))
const urls = () => ({
  DATABASE_URL: urlOf(inject('cluster').appUrl, name),
  MIGRATION_DATABASE_URL: urlOf(inject('cluster').ownerUrl, name),
})
let said: string[]
beforeEach(async () => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line))
  await execute(`create database ${name}`)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await execute(`drop database ${name} with (force)`)
})

test('with a role for migrations, the role that serves reads and writes and changes no definition', async () => {
  const { url, pool, close } = await openDatabase(readEnv(urls()), 'unused')
  expect(url).toBe(urls().DATABASE_URL)
  expect(await isSchemaCurrent(createDatabase(pool))).toBe(true)
  await pool.query("insert into branches (id, code, name, position) values (gen_random_uuid(), 'x', 'X', 1)")
  await expect(pool.query('drop table notes')).rejects.toThrow('must be owner')
  await close()
})

test('without one, the start says what is not guaranteed', async () => {
  const { pool, close } = await openDatabase(readEnv({ DATABASE_URL: urls().MIGRATION_DATABASE_URL }), 'unused')
  expect(await isSchemaCurrent(createDatabase(pool))).toBe(true)
  expect(said.join('\n')).toContain('MIGRATION_DATABASE_URL')
  await close()
})
