import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { mergeCustomers } from '@/db/commands/merge-customers'
import { takeOrder } from '@/db/commands/orders/take-order'
import { registerCustomer } from '@/db/commands/register-customer'
import { testCaller } from '@/db/testing/callers'
import { recordKeys } from '@/db/testing/customer-keys'
import { newOrder, onceMore, registration } from '@/db/testing/entries'
import { recordWorkshop } from '@/db/testing/workshop'
import { generatedWorkshop } from '@/db/testing/workshop-arbitrary'
import { contents, versions } from './testing/contents'
import { bringIn, figuresOf, type MovingFormat, takeOut } from './testing/taken-out'
import { createTrial, type Trial } from './testing/trial'

const SETS = [
  { set: 'chinook', currency: 'USD', timeZone: 'UTC', asOf: '2025-12-22T23:59:59Z' },
  { set: 'northwind', currency: 'USD', timeZone: 'Africa/Dar_es_Salaam', asOf: '1997-05-31T22:30:00Z' },
  { set: 'oracle_co', currency: 'USD', timeZone: 'Africa/Dar_es_Salaam', asOf: '2022-04-12T23:59:59Z' },
  // On a day on which an hour occurs twice there.
  { set: 'workshop_edges', currency: 'TZS', timeZone: 'America/New_York', asOf: '2025-11-02T05:30:00Z' },
]
const FORMATS: MovingFormat[] = ['csv', 'xlsx']

const trials: Trial[] = []
async function fresh(settings: { currency: string; timeZone: string }): Promise<Trial> {
  const trial = await createTrial(settings)
  trials.push(trial)
  return trial
}
afterEach(async () => {
  for (const trial of trials.splice(0)) await trial.end()
})

test.each(SETS)(
  'everything of $set comes back from its exports with the same figures',
  async ({ set, asOf, ...settings }) => {
    const first = await fresh(settings)
    await first.importFiles({ customers: `e2e/data/${set}/customers.csv`, orders: `e2e/data/${set}/orders.csv` })
    const [recorded, figures, before] = [await contents(first), await figuresOf(first.db, asOf), await versions(first)]
    for (const format of FORMATS) {
      const files = await takeOut(first.pool, format)
      const second = await fresh(settings)
      await bringIn(second, files, format)
      expect(await contents(second)).toEqual(recorded)
      // Equal records have equal figures; that they do is seen once.
      if (format === 'csv') expect(await figuresOf(second.db, asOf)).toEqual(figures)
      await bringIn(first, files, format)
      expect(await versions(first)).toEqual(before)
    }
  },
)

const SETTINGS = { currency: 'TZS', timeZone: 'Africa/Dar_es_Salaam' }

test('groups and branches keep their keys and names, and a registration is what it was without being set', async () => {
  const first = await fresh(SETTINGS)
  const customers = 'external_id,customer_type,branch\nC1,Fleet Owners,Arusha Njiro\nC2,,\n'
  await first.importFiles({ customers })
  await first.db.execute(sql`update customer_groups set name = 'Owners of fleets' where key = 'fleet-owners'`)
  await first.db.execute(
    sql`update customers set created_at = '2024-05-06', registered_at = '2024-05-06', known_since = '2024-05-06' where external_id = 'C2'`,
  )
  const second = await fresh(SETTINGS)
  await bringIn(second, await takeOut(first.pool, 'csv'), 'csv')
  const named = (trial: Trial) =>
    trial.rows(sql`
      select key, name from customer_groups union all select code, name from branches
      union all select external_id, registered_at::text || home_branch_explicit from customers where external_id = 'C2' order by 1`)
  expect(await named(second)).toEqual(await named(first))
  expect(await named(second)).toContainEqual({ key: 'fleet-owners', name: 'Owners of fleets' })
})

test('what has no external id leaves under its own id, is new elsewhere and known again here, merged or not', async () => {
  const first = await fresh(SETTINGS)
  const by = await testCaller(first.db, 'manager')
  const enter = async (full_name: string) => {
    const { customer_id } = await registerCustomer(first.db, by, registration({ full_name }), onceMore(full_name))
    await takeOrder(first.db, by, newOrder(customer_id), onceMore(`order ${full_name}`))
    return customer_id
  }
  const [kept, merged] = [await enter('Neema'), await enter('Neema again')]
  const apart = await takeOut(first.pool, 'csv')
  const before = await versions(first)
  const again = await bringIn(first, apart, 'csv')
  expect(again.customers?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(again.orders?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(await versions(first)).toEqual(before)

  await mergeCustomers(first.db, by, { keepId: kept, mergeId: merged, versions: { keep: 1, merge: 1 } })
  const old = await bringIn(first, apart, 'csv')
  expect(old.customers?.applied).toMatchObject({ created: 0, changed: 0, leftAlone: 1 })
  expect(old.orders?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })

  const second = await fresh(SETTINGS)
  const files = await takeOut(first.pool, 'xlsx')
  for (const applied of [
    { created: 1, unchanged: 0 },
    { created: 0, unchanged: 1 },
  ])
    expect((await bringIn(second, files, 'xlsx')).customers?.applied).toMatchObject({ ...applied, changed: 0 })
  expect((await second.rows(sql`select count(*)::int as n from orders`))[0]).toEqual({ n: 2 })
})

const HOSTILE = [
  '=cmd',
  "'=1+1",
  "''-x",
  '"',
  'a\nb',
  'a\r\nb;,\tc',
  '\u202eمرحبا',
  '<b>&amp;',
  '_x0041_',
  '\u0001',
  '00123',
  '1e5',
  'TRUE',
]
const hostileName = fc.tuple(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 5 })).map((parts) => parts.join(''))

test('generated workshops with hostile names come back the same', async () => {
  const hostile = generatedWorkshop.chain((workshop) =>
    fc
      .array(hostileName, { minLength: workshop.customers.length, maxLength: workshop.customers.length })
      .map((names) => ({
        ...workshop,
        customers: workshop.customers.map((spec, index) => ({
          ...spec,
          // What groups a customer was in before stays where it was.
          typesBefore: [],
          name: `${names[index]}#${index}`.trim(),
        })),
      })),
  )
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(...FORMATS), async ({ timeZone, asOf, customers }, format) => {
      const settings = { currency: 'TZS', timeZone }
      const [first, second] = [await fresh(settings), await fresh(settings)]
      await recordWorkshop(first.db, settings, customers)
      await recordKeys(first.db)
      const files = await takeOut(first.pool, format)
      await bringIn(second, files, format)
      expect(await figuresOf(second.db, asOf)).toEqual(await figuresOf(first.db, asOf))
      const names = (trial: Trial) =>
        trial.rows(sql`select external_id, full_name from customers order by external_id collate "C"`)
      expect(await names(second)).toEqual(await names(first))
      const again = await bringIn(first, files, format)
      expect(again.customers?.applied).toMatchObject({ created: 0, changed: 0 })
      expect(again.orders?.applied).toMatchObject({ created: 0, changed: 0 })
      await first.end()
      await second.end()
      trials.length = 0
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
