import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from './testing/contents'
import { createTrial, type Trial } from './testing/trial'

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
})
afterEach(() => trial.end())

const customersNamed = (...names: string[]) =>
  `external_id,full_name\n${names.map((name, i) => `C${i},"${name.replaceAll('"', '""')}"\n`).join('')}`
const storedNames = async () => (await contents(trial)).customers.map(({ full_name: name }) => name)

test('hostile names of the workshop are stored as they are, but trimmed', async () => {
  await trial.importFiles({ customers: 'e2e/data/workshop_edges/customers.csv' })
  expect((await storedNames()).slice(0, 20)).toEqual([
    ...['=HYPERLINK("http://example.invalid","x")', '+SUM(1+1)', '-2+3', '@cmd', 'Tab first', 'Comma, Ltd'],
    ...['Quote "Inside" Garage', 'Line\nBreak Motors', '<script>alert(1)</script>', 'مرآب السلام', '车辆维修 有限公司'],
    ...['🚗 Emoji Garage', 'e\u0301 combining', 'A'.repeat(200), 'null', '0', 'NaN', 'padded', "Asha O'Neill"],
    'Þór García-López',
  ])
})

test('neutralised text comes back as it was, other apostrophes stay', async () => {
  await trial.importFiles({ customers: customersNamed("'=SUM(1)", "'+1", "'tis", "''=x", "O'Neill", "'") })
  expect(await storedNames()).toEqual(['=SUM(1)', '+1', "'tis", "'=x", "O'Neill", "'"])
})

test('a name of a thousand different characters is stored whole, and sorted by as much as an index takes', async () => {
  const name = Array.from({ length: 1_000 }, (_, n) => String.fromCharCode(0x4e00 + n * 17)).join('')
  await trial.importFiles({ customers: customersNamed(name) })
  expect(await storedNames()).toEqual([name])
})

test('composed and decomposed names stay different, and both are found by one search', async () => {
  await trial.importFiles({ customers: customersNamed('Zoe\u0308', 'Zo\u00eb', '  ＺＯＥ \u00a0 x ') })
  const { customers } = await contents(trial)
  expect(customers.map(({ full_name: name }) => name)).toEqual(['Zoe\u0308', 'Zo\u00eb', 'ＺＯＥ \u00a0 x'])
  expect(customers.map(({ sort_name: name }) => name)).toEqual(['zoe', 'zoe', 'zoe x'])
})

test('groups and branches match by key or name without regard to case, and new ones are made and told', async () => {
  const customers = `external_id,customer_type,branch
1,PERSONAL, Main
2, ngo ,MAIN
3,Taxi Fleet,Dar es Salaam
4,taxi fleet,dar-es-salaam
5,,
`
  const orders = `external_id,customer_external_id,type,status,amount,created_at,branch
O1,1,Inquiry,In Progress,1,2026-01-05,DAR ES SALAAM
O2,1, SERVICE ,Canceled,1,2026-01-05,Airport
`
  const report = await trial.importFiles({ customers, orders })
  expect(report).toMatchObject({ groupsCreated: ['Taxi Fleet'], branchesCreated: ['Dar es Salaam', 'Airport'] })
  const found = await contents(trial)
  expect(found.customers.map(({ group, branch }) => [group, branch])).toEqual([
    ...[
      ['personal', 'main'],
      ['ngo', 'main'],
      ['taxi-fleet', 'dar-es-salaam'],
      ['taxi-fleet', 'dar-es-salaam'],
    ],
    ['unclassified', 'main'],
  ])
  expect(found.orders.map(({ type, status, branch }) => [type, status, branch])).toEqual([
    ['consultation', 'in_progress', 'dar-es-salaam'],
    ['service', 'cancelled', 'airport'],
  ])
  expect((await trial.importFiles({ customers, orders })).branchesCreated).toEqual([])
})

test('keys of new groups are plain, unique, stable and never the word for all', async () => {
  const types = ['All', 'Straße & Söhne', 'strasse sohne', '车辆', 'مرآب', '---', 'x'.repeat(90)]
  const file = `external_id,customer_type\n${types.map((type, i) => `${i},${type}\n`).join('')}`
  await trial.importFiles({ customers: file })
  const keys = await trial.rows(sql`select key, name from customer_groups where position > 4 order by position`)
  expect(keys.map(({ name }) => name)).toEqual(types)
  expect(keys.slice(0, 3).map(({ key }) => key)).toEqual(['all-2', 'strasse-sohne', 'strasse-sohne-2'])
  for (const { key } of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9_-]{0,62}$/)
  expect(keys[3]?.key).toMatch(/^group-[0-9a-f]{8}$/)
  expect((await trial.importFiles({ customers: file })).customers?.applied).toMatchObject({ unchanged: types.length })
})

test('columns are found in any order and case, unknown ones are reported and ignored', async () => {
  const file = 'Colour,PHONE,"Full Name",,external-id\nred,5,Asha,x,C1\n'
  const report = await trial.importFiles({ customers: file })
  expect(report.customers?.unknownColumns).toEqual(['Colour', 'column 4 (without a name)'])
  expect((await contents(trial)).customers).toMatchObject([{ external_id: 'C1', full_name: 'Asha', phone: '5' }])
})

test('blank lines and rows of blank cells are no rows', async () => {
  const report = await trial.importFiles({ customers: '\nexternal_id,phone\n\nC1,\n , \n,\n\n' })
  expect(report.customers).toMatchObject({ rows: 1, applied: { created: 1 } })
})

test('text that COPY would read as an escape or as nothing is stored as it is', async () => {
  await trial.importFiles({ customers: customersNamed('\\N', 'a\\tb', 'back\\', 'tab\there', 'two\r\nlines', '\\.') })
  expect(await storedNames()).toEqual(['\\N', 'a\\tb', 'back\\', 'tab\there', 'two\r\nlines', '\\.'])
})

test('a local date is read on the clock of the business', async () => {
  await trial.importFiles({ customers: 'external_id,registered_at\nC1,2026-03-31\n' })
  expect((await contents(trial)).customers).toMatchObject([{ registered_at: '2026-03-30 21:00:00+00' }])
})
