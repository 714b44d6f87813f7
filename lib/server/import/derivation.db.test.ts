import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from './testing/contents'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = `external_id,registered_at,branch
explicit,2025-06-01T00:00:00Z,airport
early,2025-01-01T00:00:00Z,
late,2027-01-01T00:00:00Z,
derived,,
cancelled,,
none,,
`
const ORDERS = `external_id,customer_external_id,type,status,amount,created_at,branch
A1,explicit,service,completed,1.00,2025-03-01T00:00:00Z,north
B1,early,service,completed,1.00,2025-03-01T00:00:00Z,north
C1,late,service,completed,1.00,2025-03-01T00:00:00Z,
D2,derived,service,completed,1.00,2025-03-01T00:00:00.000001Z,north
D1,derived,service,completed,1.00,2025-03-01T00:00:00.000001Z,airport
D3,derived,service,created,1.00,2025-04-01T00:00:00Z,north
E1,cancelled,service,cancelled,1.00,2025-02-01T00:00:00Z,airport
E2,cancelled,service,completed,1.00,2025-03-01T00:00:00Z,north
`
const march = '2025-03-01 00:00:00+00'
const DERIVED = [
  {
    ...{ external_id: 'cancelled', branch: 'airport', registered_at: '2025-02-01 00:00:00+00' },
    ...{ known_since: '2025-02-01 00:00:00+00', first_counted_at: march, last_counted_at: march },
  },
  {
    ...{ external_id: 'derived', branch: 'airport', registered_at: '2025-03-01 00:00:00.000001+00' },
    ...{ known_since: '2025-03-01 00:00:00.000001+00', first_counted_at: '2025-03-01 00:00:00.000001+00' },
    ...{ last_counted_at: '2025-04-01 00:00:00+00', visit_gaps: 1, median_gap_days: 30 },
  },
  {
    ...{ external_id: 'early', branch: 'north', registered_at: '2025-01-01 00:00:00+00' },
    ...{ known_since: '2025-01-01 00:00:00+00', first_counted_at: march, last_counted_at: march },
  },
  {
    ...{ external_id: 'explicit', branch: 'airport', registered_at: '2025-06-01 00:00:00+00' },
    ...{ known_since: march, first_counted_at: march, last_counted_at: march, home_branch_explicit: true },
  },
  {
    ...{ external_id: 'late', branch: 'main', registered_at: '2027-01-01 00:00:00+00' },
    ...{ known_since: march, first_counted_at: march, last_counted_at: march, registered_at_explicit: true },
  },
  {
    ...{ external_id: 'none', branch: 'main', registered_at: 'entry', known_since: 'entry' },
    ...{ first_counted_at: null, last_counted_at: null, home_branch_explicit: false, registered_at_explicit: false },
    ...{ visit_gaps: 0, median_gap_days: null },
  },
]

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
})
afterEach(() => trial.end())

test('what follows from the orders is derived when customers and orders come together', async () => {
  await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  expect((await contents(trial)).customers).toMatchObject(DERIVED)
})

test('it is the same when the orders come later, in one file or one by one', async () => {
  await trial.importFiles({ customers: CUSTOMERS })
  const [header, ...rows] = ORDERS.trimEnd().split('\n')
  for (const row of rows.reverse()) await trial.importFiles({ orders: `${header}\n${row}\n` })
  expect((await contents(trial)).customers).toMatchObject(DERIVED)
})

test('a later import of an earlier order moves the home branch and the registration of who has none set', async () => {
  await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  const [header] = ORDERS.split('\n')
  await trial.importFiles({ orders: `${header}\nF1,derived,sales,cancelled,1.00,2024-01-01T00:00:00Z,north\n` })
  const january = '2024-01-01 00:00:00+00'
  expect((await contents(trial)).customers[1]).toMatchObject({
    ...{ branch: 'north', registered_at: january, known_since: january },
    first_counted_at: '2025-03-01 00:00:00.000001+00',
  })
})

test('a branch and a registration that are emptied are derived again', async () => {
  await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  await trial.importFiles({ customers: 'external_id,registered_at,branch\nexplicit,,\n' })
  expect((await contents(trial)).customers[3]).toMatchObject({
    ...{ branch: 'north', registered_at: march, home_branch_explicit: false, registered_at_explicit: false },
  })
})

test('what is derived leaves the version of a customer alone, for nobody edited it', async () => {
  await trial.importFiles({ customers: CUSTOMERS })
  await trial.importFiles({ orders: ORDERS })
  expect(await trial.rows(sql`select distinct version from customers`)).toEqual([{ version: 1 }])
})
