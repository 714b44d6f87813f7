import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shellCaller } from '@/db/access'
import { writeAnonymousAudit, writeAudit } from '@/db/commands/audit'
import { changeBusiness } from '@/db/commands/business'
import { removePerson } from '@/db/commands/people'
import { readAuditLog } from '@/db/queries/audit-log'
import { AUDIT_PAGE_SIZE, type AuditParams } from '@/lib/audit/params'
import { openWorkplace, type Workplace } from './testing/workplace'

let work: Workplace
beforeEach(async () => {
  work = await openWorkplace()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await work.drop()
})

const read = (params: AuditParams = {}) => readAuditLog(work.db, shellCaller(), params)

test('pages go on without a gap or a repetition, also among entries of one instant', async () => {
  const count = 2 * AUDIT_PAGE_SIZE + 7
  await work.db.transaction(async (tx) => {
    for (let index = 0; index < count; index++)
      await writeAudit(tx, shellCaller(), { action: 'link.made', detail: { index } })
  })
  const seen: unknown[] = []
  let before: string | undefined
  do {
    const { entries, next } = await read({ before })
    seen.push(...entries.map(({ detail }) => detail.index))
    before = next ?? undefined
  } while (before)
  expect(seen).toEqual(Array.from({ length: count }, (_, index) => count - 1 - index))
})

test('names whoever acted and whom it was done to by their present names, and nobody who is gone', async () => {
  const a = await work.addPerson('a@example.org', { role: 'admin' })
  const b = await work.addPerson('b@example.org')
  const actor = { ...shellCaller(), kind: 'person', id: a } as const
  await writeAudit(work.db, actor, { action: 'person.changed', subject: { kind: 'user', id: b } })
  const [named] = (await read({ action: 'person.changed' })).entries
  expect(named).toMatchObject({ actor_name: 'Name of a@example.org', subject_name: 'Name of b@example.org' })
  await removePerson(work.db, shellCaller(), b)
  expect((await read({ action: 'person.changed' })).entries).toMatchObject([{ subject_id: b, subject_name: null }])
})

test('filters by action, by actor and by local days of the business, both included', async () => {
  await changeBusiness(work.db, shellCaller(), { timeZone: 'Africa/Dar_es_Salaam' })
  const id = await work.addPerson('a@example.org')
  await writeAnonymousAudit(work.db, { address: null, requestId: null }, { action: 'sign_in.failed' })
  await writeAudit(work.db, { ...shellCaller(), kind: 'person', id }, { action: 'sign_out' })
  const actions = async (params: AuditParams) => (await read(params)).entries.map(({ action }) => action)
  expect(await actions({ action: 'sign_out' })).toEqual(['sign_out'])
  expect(await actions({ actor: 'unknown' })).toEqual(['sign_in.failed'])
  expect(await actions({ actor: id })).toEqual(['sign_out'])
  expect(await actions({ actor: 'shell' })).toEqual(['person.joined', 'business.changed'])
  // 21:00 in UTC is midnight in Dar es Salaam.
  await work.db.execute(sql`insert into audit_log (id, at, actor_kind, action, detail) values
    (gen_random_uuid(), '2026-03-09T20:59:59.999Z', 'shell', 'before', '{}'),
    (gen_random_uuid(), '2026-03-09T21:00:00Z', 'shell', 'first', '{}'),
    (gen_random_uuid(), '2026-03-11T20:59:59.999Z', 'shell', 'last', '{}'),
    (gen_random_uuid(), '2026-03-11T21:00:00Z', 'shell', 'after', '{}')`)
  expect(await actions({ from: '2026-03-10', to: '2026-03-11' })).toEqual(['last', 'first'])
})
