import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { getCustomerProfile } from '@/db/queries/customer-profile'
import { testCaller } from '@/db/testing/callers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { profileParamsSchema } from '@/lib/customers/contract'
import { addNote, removeNote } from './notes'

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  const settings = { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', country: 'TZ' }
  ids = await recordWorkshop(
    database.db,
    settings,
    ['Asha', 'Baraka', 'Chausiku', 'Daudi', 'Erasto'].map((name) => ({ name, home: 'north' })),
    ['south'],
  )
})
afterAll(() => database.drop())

const idOf = (name: string) => ids.get(name) ?? ''
const clerk = (branches?: string[]) => testCaller(database.db, 'clerk', branches && { branches })

async function notesOf(name: string) {
  const profile = await getCustomerProfile(database.db, systemScope(), idOf(name), profileParamsSchema.parse({}))
  return profile?.customer.notes ?? []
}

test('notes stand on the profile, the newest first, with who wrote them', async () => {
  const caller = await clerk()
  await addNote(database.db, caller, idOf('Asha'), 'Calls back on Monday.')
  await addNote(database.db, caller, idOf('Asha'), '<b>عربي</b>\n=1+1')
  const found = await notesOf('Asha')
  expect(found.map(({ body }) => body)).toEqual(['<b>عربي</b>\n=1+1', 'Calls back on Monday.'])
  expect(found[0]?.written_by).toEqual({ id: caller.id, name: null })
})

test('a note whose form is sent again is there once, and no other customer’s is touched', async () => {
  const caller = await clerk()
  const sending = randomUUID()
  const add = (name: string, body: string) => addNote(database.db, caller, idOf(name), body, sending)
  const [first, again] = await Promise.all([add('Daudi', 'Once'), add('Daudi', 'Once')])
  expect(again).toBe(first)
  await expect(add('Daudi', 'Twice')).rejects.toMatchObject({ status: 409, code: 'saved_before' })
  await add('Erasto', 'Theirs')
  expect((await notesOf('Daudi')).map(({ body }) => body)).toEqual(['Once'])
  expect((await notesOf('Erasto')).map(({ id, body }) => [id === first, body])).toEqual([[false, 'Theirs']])
  const { rows } = await database.db.execute(sql`select subject_id from audit_log where actor_id = ${caller.id}`)
  expect(rows).toHaveLength(2)
})

test('whoever wrote a note removes it, a manager any, and nobody else', async () => {
  const author = await clerk()
  const [first, second] = await Promise.all(
    ['One', 'Two'].map((body) => addNote(database.db, author, idOf('Baraka'), body)),
  )
  const others = removeNote(database.db, await clerk(), idOf('Baraka'), first ?? '')
  await expect(others).rejects.toMatchObject({ status: 403, code: 'not_allowed' })
  await removeNote(database.db, author, idOf('Baraka'), first ?? '')
  await removeNote(database.db, await testCaller(database.db, 'manager'), idOf('Baraka'), second ?? '')
  expect(await notesOf('Baraka')).toEqual([])
  await removeNote(database.db, author, idOf('Baraka'), first ?? '')
})

test('a viewer writes none, and nobody on a customer that they do not see', async () => {
  const viewer = await testCaller(database.db, 'viewer')
  await expect(addNote(database.db, viewer, idOf('Chausiku'), 'One')).rejects.toMatchObject({ status: 403 })
  const south = await clerk(['south'])
  await expect(addNote(database.db, south, idOf('Chausiku'), 'One')).rejects.toMatchObject({ status: 404 })
  expect(await notesOf('Chausiku')).toEqual([])
})

test('the audit log has what was done by ids, never the text', async () => {
  const caller = await clerk()
  const id = await addNote(database.db, caller, idOf('Chausiku'), 'A secret of theirs')
  const { rows } = await database.db.execute(
    sql`select action, subject_id, detail from audit_log where actor_id = ${caller.id}`,
  )
  expect(rows).toEqual([{ action: 'note.added', subject_id: idOf('Chausiku'), detail: { note_id: id } }])
})
