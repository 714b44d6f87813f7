import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Caller } from '@/db/access'
import { createDatabase, createPool } from '@/db/client'
import { testCaller } from '@/db/testing/callers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { keptAgreement } from './kept-agreement'

let database: TestDatabase
/** Of a branch of its own, so that no test is answered what another one asked. */
let viewer: Caller
beforeEach(async () => {
  database = await createTestDatabase()
  await recordWorkshop(database.db, {}, [{ name: 'Asha', home: 'north' }], ['airport'])
  viewer = await testCaller(database.db, 'viewer', { branches: ['north'] })
})
afterEach(() => database.drop())

test('many who see the same are told of one check, whoever they are and in whatever order their branches come', async () => {
  const clerk = await testCaller(database.db, 'clerk', { branches: ['north'] })
  const answers = await Promise.all([viewer, clerk, viewer].map((caller) => keptAgreement(database.db, caller, false)))
  expect(new Set(answers.map(({ as_of }) => as_of)).size).toBe(1)
  expect(await keptAgreement(database.db, viewer, true)).toBe(answers[0])
})

test('whoever sees other branches, or also what is kept beside the records, is told of a check of their own', async () => {
  const north = await keptAgreement(database.db, viewer, false)
  const airport = await testCaller(database.db, 'viewer', { branches: ['airport'] })
  expect(await keptAgreement(database.db, airport, false)).not.toBe(north)
  const ofAll = [await testCaller(database.db, 'viewer'), await testCaller(database.db, 'admin')]
  const [figures, records] = await Promise.all(ofAll.map((caller) => keptAgreement(database.db, caller, false)))
  expect(figures?.checks.some(({ about }) => about === 'records')).toBe(false)
  expect(records?.checks.some(({ about }) => about === 'records')).toBe(true)
})

test('a check that failed is not kept: the next one asks anew', async () => {
  const lost = createPool({ url: 'postgres://nobody@127.0.0.1:1/nowhere' })
  await expect(keptAgreement(createDatabase(lost), viewer, false)).rejects.toThrow()
  await lost.end()
  expect((await keptAgreement(database.db, viewer, false)).checks.length).toBeGreaterThan(0)
})
