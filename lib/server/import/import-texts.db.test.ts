import { readdir } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Caller } from '@/db/access'
import { testCaller } from '@/db/testing/callers'
import { onceMore } from '@/db/testing/entries'
import { importSchema } from '@/lib/imports/contract'
import { importTexts } from './import-texts'
import { USUAL_LIMITS } from './limits'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = 'external_id,full_name,customer_type\nC1,Asha Mushi,company\nC2,Juma Ally,Fleet\n'
const HEADER = 'external_id,customer_external_id,type,status,amount,created_at,branch\n'
const ORDERS = `${HEADER}O1,C1,service,completed,10.50,2026-03-01,main\nO2,C2,sales,created,20,2026-03-02,north\n`
const NOTHING = { customers: '0', orders: '0', imports: '0', keys: '0', groups: '0' }

let trial: Trial
let manager: Caller
beforeEach(async () => {
  trial = await createTrial()
  manager = await testCaller(trial.db, 'manager', { kind: 'key' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await trial.end()
})

type Files = { customers?: string; orders?: string; sample?: boolean }

const send = (files: Files, once = onceMore(), caller = manager) =>
  importTexts(trial.pool, { caller, once, texts: importSchema.parse(files), currencyGiven: true, limits: USUAL_LIMITS })

const recorded = async () =>
  (
    await trial.rows(sql`select (select count(*) from customers) as customers, (select count(*) from orders) as orders,
      (select count(*) from imports) as imports, (select count(*) from idempotency_keys) as keys,
      (select count(*) from customer_groups where name = 'Fleet') as groups`)
  )[0]

test('both files are applied, with the groups and branches that they name', async () => {
  expect(await send({ customers: CUSTOMERS, orders: ORDERS })).toEqual({
    ...{ customers_created: 2, customers_changed: 0, customers_unchanged: 0, customers_left_alone: 0 },
    ...{ orders_created: 2, orders_changed: 0, orders_unchanged: 0 },
    ...{ groups_created: 1, branches_created: 1, currency_taken: null },
  })
  expect(await recorded()).toEqual({ customers: '2', orders: '2', imports: '1', keys: '1', groups: '1' })
  const [entry] = await trial.rows(sql`select action, actor_kind, actor_id from audit_log`)
  expect(entry).toEqual({ action: 'import.applied', actor_kind: 'key', actor_id: manager.id })
})

test('the same request again gets the first answer and does nothing, whatever changed meanwhile', async () => {
  const once = onceMore()
  const first = await send({ customers: CUSTOMERS }, once)
  await send({ customers: 'external_id,full_name\nC1,Asha M. Mushi\n' })
  expect(await send({ customers: CUSTOMERS }, once)).toEqual(first)
  expect(await trial.rows(sql`select full_name from customers where external_id = 'C1'`)).toEqual([
    { full_name: 'Asha M. Mushi' },
  ])
})

test('sent five times at once it is applied once; whoever came too early is told to try again', async () => {
  const once = onceMore()
  const sent = await Promise.allSettled(Array.from({ length: 5 }, () => send({ customers: CUSTOMERS }, once)))
  const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const reason of refused) expect(reason).toMatchObject({ status: 503, code: 'busy' })
  expect(refused.length).toBeLessThan(5)
  expect(await recorded()).toMatchObject({ customers: '2', imports: '1' })
  expect(await send({ customers: CUSTOMERS }, once)).toMatchObject({ customers_created: 2 })
})

test('one bad row refuses everything and is named, and the key is free for the mended files', async () => {
  const once = onceMore()
  const bad = `${HEADER}O1,C1,service,completed,10.50,2026-03-01,main\nO2,C9,sales,created,-1,2026-03-02,north\n`
  await expect(send({ customers: CUSTOMERS, orders: bad }, once)).rejects.toMatchObject({
    status: 400,
    code: 'rows_refused',
    fields: [{ name: 'orders.3.amount', message: expect.stringMatching(/^bad amount\. /) }],
  })
  expect(await recorded()).toEqual(NOTHING)
  await send({ customers: CUSTOMERS, orders: ORDERS }, once)
  expect(await recorded()).toMatchObject({ customers: '2', orders: '2' })
})

test('a file that is no table is refused, and a decimal sign that it does not show is asked for', async () => {
  await expect(send({ customers: '' })).rejects.toMatchObject({
    code: 'rows_refused',
    fields: [{ name: 'customers.1' }],
  })
  const ambiguous = `${HEADER}O1,C1,service,completed,"1,234",2026-03-01,main\n`
  await expect(send({ customers: CUSTOMERS, orders: ambiguous })).rejects.toMatchObject({
    fields: [{ name: 'orders.2.amount', message: expect.stringContaining('ambiguous decimal sign') }],
  })
  expect(await recorded()).toEqual(NOTHING)
})

test('a clerk may not, and neither may a manager of some branches', async () => {
  const clerk = await testCaller(trial.db, 'clerk')
  await expect(send({ customers: CUSTOMERS }, onceMore(), clerk)).rejects.toMatchObject({ code: 'not_allowed' })
  const ofMain = await testCaller(trial.db, 'manager', { branches: ['main'] })
  await expect(send({ customers: CUSTOMERS }, onceMore(), ofMain)).rejects.toMatchObject({
    code: 'beyond_your_branches',
  })
  expect(await recorded()).toEqual(NOTHING)
})

test('another request under the key is refused', async () => {
  const { key } = onceMore()
  await send({ customers: CUSTOMERS }, { key, requestHash: 'one' })
  await expect(send({ orders: ORDERS }, { key, requestHash: 'other' })).rejects.toMatchObject({ code: 'key_reused' })
})

test('the files are not left behind', async () => {
  vi.stubEnv('TMPDIR', trial.folder)
  await send({ customers: CUSTOMERS })
  await expect(send({ customers: 'nothing\n' })).rejects.toMatchObject({ status: 400 })
  expect(await readdir(trial.folder)).toEqual([])
})

test('orders of nobody and ids that say two things are refused, as on the command line', async () => {
  const orders = `${HEADER}O1,C9,service,completed,1,2026-03-01,\nO2,C1,service,completed,1,2026-03-01,\nO2,C1,service,completed,2,2026-03-01,\n`
  await expect(send({ customers: CUSTOMERS, orders })).rejects.toMatchObject({
    code: 'rows_refused',
    fields: [
      { name: 'orders.3.external_id' },
      { name: 'orders.4.external_id' },
      { name: 'orders.2.customer_external_id' },
    ],
  })
  expect(await recorded()).toEqual(NOTHING)
})

test('a file that is no table, or has too many rows, is refused in a sentence', async () => {
  const refused = (files: Files, limits = USUAL_LIMITS) =>
    importTexts(trial.pool, {
      caller: manager,
      once: onceMore(),
      texts: importSchema.parse(files),
      currencyGiven: true,
      limits,
    })
  await expect(refused({ customers: '<html>' })).rejects.toMatchObject({ status: 400, code: 'file_refused' })
  await expect(refused({ customers: CUSTOMERS }, { ...USUAL_LIMITS, rows: 1 })).rejects.toMatchObject({
    code: 'file_refused',
    message: 'The customers file has more than 1 rows. Nothing was changed.',
  })
  expect(await recorded()).toEqual(NOTHING)
})

test('the sample workshop takes records only where they are said to be meant for it', async () => {
  await trial.db.execute(sql`update business set is_sample = true`)
  await expect(send({ customers: CUSTOMERS })).rejects.toMatchObject({ status: 409, code: 'sample_workshop' })
  expect(await recorded()).toEqual(NOTHING)
  expect(await send({ customers: CUSTOMERS, sample: true })).toMatchObject({ customers_created: 2 })
})
