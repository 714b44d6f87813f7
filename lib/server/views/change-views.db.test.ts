import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Caller } from '@/db/access'
import { listSavedViews } from '@/db/queries/saved-views'
import { testCaller } from '@/db/testing/callers'
import { openWorkplace, type Workplace } from '@/lib/server/auth/testing/workplace'
import { VIEWS_LIMIT } from '@/lib/views/saved-view'
import { changeViews } from './change-views'

let work: Workplace
beforeAll(async () => {
  work = await openWorkplace()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

let people = 0
/** Somebody new who has no views yet. */
async function somebody(): Promise<Caller> {
  const email = `person${people++}@example.org`
  await work.addPerson(email)
  return (await work.signedIn(email)).caller
}

const change = (caller: Caller, form: Record<string, string>) => changeViews(form, { db: work.db, caller })
const save = (caller: Caller, name: string, query = 'period=1year') => change(caller, { act: 'save', name, query })
const viewsOf = async (caller: Caller) =>
  (await listSavedViews(work.db, caller)).map(({ name, query }) => [name, query])
const idOf = async (caller: Caller, name: string) =>
  (await listSavedViews(work.db, caller)).find((view) => view.name === name)?.id ?? ''

test('a view keeps the choices without the moment and the page, and views are told by their names', async () => {
  const asha = await somebody()
  expect(await save(asha, ' zebra ', 'group=ngo&as_of=2026-03-31T00:00:00Z&page=3&evil=1')).toEqual({ ok: true })
  expect(await save(asha, 'Ärger', '')).toEqual({ ok: true })
  expect(await save(asha, 'Companies  this year')).toEqual({ ok: true })
  expect(await viewsOf(asha)).toEqual([
    ['Companies this year', 'period=1year'],
    ['zebra', 'group=ngo'],
    ['Ärger', ''],
  ])
})

test('two names that differ in case alone are one, and the same saved again is done already', async () => {
  const asha = await somebody()
  await save(asha, 'Mine')
  expect(await save(asha, 'MINE', 'period=1month')).toMatchObject({ status: 409, fields: [{ name: 'name' }] })
  expect(await save(asha, 'mine')).toEqual({ ok: true })
  await save(asha, 'Other')
  const rename = { act: 'rename', id: await idOf(asha, 'Other') }
  expect(await change(asha, { ...rename, name: 'mInE' })).toMatchObject({ ok: false, status: 409 })
  expect(await change(asha, { ...rename, name: 'OTHER' })).toEqual({ ok: true })
  expect(await viewsOf(asha)).toEqual([
    ['Mine', 'period=1year'],
    ['OTHER', 'period=1year'],
  ])
})

test("nobody sees, changes or removes another person's views, and a program has none", async () => {
  const [asha, juma] = [await somebody(), await somebody()]
  await save(asha, 'Mine')
  const id = await idOf(asha, 'Mine')
  expect(await viewsOf(juma)).toEqual([])
  expect(await change(juma, { act: 'rename', id, name: 'His' })).toMatchObject({ ok: false, status: 404 })
  expect(await change(juma, { act: 'replace', id, query: 'period=1month' })).toMatchObject({ ok: false, status: 404 })
  expect(await change(juma, { act: 'remove', id })).toEqual({ ok: true })
  expect(await save(juma, 'Mine')).toEqual({ ok: true })
  expect(await viewsOf(asha)).toEqual([['Mine', 'period=1year']])
  const key = await testCaller(work.db, 'admin', { kind: 'key' })
  expect(await save(key, 'Mine')).toMatchObject({ ok: false, status: 403 })
})

test('a view is replaced and removed, and removing it again is done already', async () => {
  const asha = await somebody()
  await save(asha, 'Mine')
  const id = await idOf(asha, 'Mine')
  expect(await change(asha, { act: 'replace', id, query: '?period=1month' })).toEqual({ ok: true })
  expect(await viewsOf(asha)).toEqual([['Mine', 'period=1month']])
  for (const _ of ['once', 'again']) expect(await change(asha, { act: 'remove', id })).toEqual({ ok: true })
  expect(await viewsOf(asha)).toEqual([])
})

test('one person keeps so many views and no more, also when they are saved at once', async () => {
  const asha = await somebody()
  const saved = await Promise.all(Array.from({ length: VIEWS_LIMIT + 3 }, (_, n) => save(asha, `View ${n}`)))
  expect(saved.filter(({ ok }) => ok)).toHaveLength(VIEWS_LIMIT)
  expect(await viewsOf(asha)).toHaveLength(VIEWS_LIMIT)
})

test('what is no view is refused', async () => {
  const asha = await somebody()
  expect(await save(asha, '  ')).toMatchObject({ ok: false, status: 400 })
  expect(await save(asha, 'x'.repeat(81))).toMatchObject({ ok: false, status: 400 })
  expect(await change(asha, { act: 'remove', id: 'nothing' })).toMatchObject({ ok: false, status: 400 })
  expect(await change(asha, { act: 'party' })).toMatchObject({ ok: false, status: 400 })
})
