import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRecencySettings, listRecencySettings } from '@/db/queries/recency-settings'
import { auditLog } from '@/db/schema/audit'
import { recencyBands } from '@/db/schema/reference'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { DEFAULT_RECENCY_RULE } from '@/lib/customer-groups/recency'
import { ensureBusiness } from './business'
import { followBusinessBands, setRecencyBands } from './recency-bands'

const admin = personAs('admin')
const SHORT = { at_risk_after_days: 30, lapsed_after_days: 60, dormant_after_days: 90, own_rhythm: true }

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await ensureBusiness(database.db, {})
})
afterEach(() => database.drop())

const settings = () => listRecencySettings(database.db, admin)
async function group(key: string) {
  const found = await findRecencySettings(database.db, admin, key)
  if (!found) throw new Error(`there is no ${key}`)
  return found.group
}
const seenOf = async (key: string | null) => (key === null ? (await settings()).business : await group(key)).version
const set = async (key: string | null, rule = SHORT) =>
  setRecencyBands(database.db, admin, { key, seen: await seenOf(key), ...rule })

describe('recency bands', () => {
  test('are the defaults for everybody until somebody sets others', async () => {
    const { business, groups } = await settings()
    expect(business).toMatchObject(DEFAULT_RECENCY_RULE)
    expect(groups.map(({ key, own }) => [key, own])).toEqual(
      ['personal', 'company', 'government', 'ngo', 'unclassified'].map((key) => [key, null]),
    )
  })

  test('of the business and of a group are set apart, and are in the audit log with their days', async () => {
    await set(null)
    await set('ngo', { ...SHORT, dormant_after_days: 400 })
    await set('ngo', { ...SHORT, dormant_after_days: 500 })
    expect((await settings()).business).toMatchObject(SHORT)
    expect((await group('ngo')).own).toEqual({ ...SHORT, dormant_after_days: 500 })
    expect((await group('company')).own).toBeNull()
    expect(await database.db.select().from(recencyBands)).toHaveLength(2)
    const told = await database.db.select().from(auditLog).orderBy(auditLog.id)
    expect(told.map(({ action, subjectKind, detail }) => ({ action, subjectKind, detail }))).toEqual([
      { action: 'recency.changed', subjectKind: null, detail: { group: null, rule: SHORT } },
      ...[400, 500].map((dormant_after_days) => ({
        action: 'recency.changed',
        subjectKind: 'group',
        detail: { group: 'ngo', rule: { ...SHORT, dormant_after_days } },
      })),
    ])
  })

  test('of a group’s own are given up for those of the business', async () => {
    await set('ngo')
    await followBusinessBands(database.db, admin, { key: 'ngo', seen: await seenOf('ngo') })
    expect((await group('ngo')).own).toBeNull()
    const told = await database.db.select().from(auditLog).orderBy(auditLog.id)
    expect(told.at(-1)?.detail).toEqual({ group: 'ngo', rule: null })
  })

  test('that somebody else has changed since are refused, and theirs stay', async () => {
    for (const key of [null, 'ngo']) {
      const seen = await seenOf(key)
      await set(key)
      const late = setRecencyBands(database.db, admin, { key, seen, ...SHORT, dormant_after_days: 1000 })
      await expect(late).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    }
    const late = followBusinessBands(database.db, admin, { key: 'ngo', seen: await seenOf('company') })
    await expect(late).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect((await group('ngo')).own).toEqual(SHORT)
  })

  test('are set once by two who set them at the same moment', async () => {
    const seen = await seenOf(null)
    const both = [100, 200].map((dormant_after_days) =>
      setRecencyBands(database.db, admin, { key: null, seen, ...SHORT, dormant_after_days }),
    )
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of a group that is not there are 404', async () => {
    const nobody = setRecencyBands(database.db, admin, { key: 'nobody', seen: '', ...SHORT })
    await expect(nobody).rejects.toMatchObject({ status: 404 })
  })

  test('are not kept in another order, whoever writes them', async () => {
    for (const wrong of [{ atRiskAfterDays: 60 }, { dormantAfterDays: 60 }, { atRiskAfterDays: 0 }]) {
      const days = { atRiskAfterDays: 30, lapsedAfterDays: 60, dormantAfterDays: 90, ...wrong }
      const written = database.db.insert(recencyBands).values({ id: crypto.randomUUID(), ownRhythm: false, ...days })
      await expect(written).rejects.toThrow()
    }
  })

  test('are nobody else’s to set: neither a manager’s nor those of an administrator of some branches', async () => {
    const seen = await seenOf('ngo')
    for (const caller of [personAs('manager'), personAs('admin', [])]) {
      const refused = { status: 403 }
      await expect(setRecencyBands(database.db, caller, { key: null, seen, ...SHORT })).rejects.toMatchObject(refused)
      await expect(followBusinessBands(database.db, caller, { key: 'ngo', seen })).rejects.toMatchObject(refused)
    }
    await expect(listRecencySettings(database.db, personAs('manager'))).rejects.toMatchObject({ status: 403 })
    expect((await listRecencySettings(database.db, personAs('admin', []))).groups).toHaveLength(5)
  })
})
