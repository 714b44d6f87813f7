import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type OrderSpec, recordWorkshop } from '@/db/testing/workshop'
import { PROFILE_MONTHS, profileParamsSchema } from '@/lib/customers/contract'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { createRandom } from '@/lib/seeded-random'
import { getCustomerProfile } from './customer-profile'

/** Half an hour beside the others, and with a summer time. */
const TIME_ZONE = 'America/St_Johns'
const AS_OF = '2007-11-20T15:00:00.000Z'
const BRANCHES = ['north', 'south']

let database: TestDatabase
let id: string
let recorded: Required<OrderSpec>[]
beforeAll(async () => {
  database = await createTestDatabase()
  recorded = [...nearMonthEnds(), ...atRandom(400)]
  const settings = { timeZone: TIME_ZONE, currency: 'CAD', country: 'CA' }
  const ids = await recordWorkshop(
    database.db,
    settings,
    [{ name: 'Neema', home: 'north', orders: recorded }],
    BRANCHES,
  )
  id = ids.get('Neema') ?? ''
})
afterAll(() => database.drop())

function order(at: string, place: number): Required<OrderSpec> {
  const pick = <T>(from: readonly T[], fallback: T): T => from[place % from.length] ?? fallback
  return {
    at,
    type: pick(ORDER_TYPES, 'service'),
    status: pick([...ORDER_STATUSES, 'completed', 'created', 'completed'], 'completed'),
    branch: pick(BRANCHES, 'north'),
    amountMinor: 100 + place,
  }
}

/** A minute before and after local midnight of each first day, in both of the zone's offsets. */
function nearMonthEnds(): Required<OrderSpec>[] {
  const firsts = Array.from({ length: 26 }, (_, month) => Date.UTC(2005, 9 + month, 1))
  const times = firsts.flatMap((first) =>
    [149, 150, 151, 209, 210, 211].map((minute) => new Date(first + minute * 60_000)),
  )
  return times.map((time, place) => order(time.toISOString(), place))
}

function atRandom(count: number): Required<OrderSpec>[] {
  const random = createRandom(7)
  const [first, last] = [Date.UTC(2005, 0, 1), Date.UTC(2008, 0, 1)]
  return Array.from({ length: count }, (_, place) => order(new Date(random.whole(first, last)).toISOString(), place))
}

const clock = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit' })

/** The same figures from the orders as they were recorded, by another clock than the database's. */
function recount(counts: (order: Required<OrderSpec>) => boolean) {
  const months = Array.from({ length: PROFILE_MONTHS }, (_, back) =>
    new Date(Date.UTC(2007, 10 - (PROFILE_MONTHS - 1 - back), 1)).toISOString().slice(0, 7),
  )
  return months.map((month) => {
    const counted = recorded.filter(
      (spec) =>
        clock.format(new Date(spec.at)).slice(0, 7) === month &&
        spec.at < AS_OF &&
        spec.status !== 'cancelled' &&
        counts(spec),
    )
    return {
      month,
      total_orders: counted.length,
      revenue: counted.reduce((sum, spec) => sum + spec.amountMinor, 0) / 100,
    }
  })
}

async function months(params: Record<string, string> = {}, scope = systemScope()) {
  const asked = profileParamsSchema.parse({ as_of: AS_OF, ...params })
  return (await getCustomerProfile(database.db, scope, id, asked))?.months
}

test('the last 24 months are those of the business’s clock, the running one up to the end of the period', async () => {
  const found = await months()
  expect(found?.[0]?.month).toBe('2005-12')
  expect(found?.at(-1)?.month).toBe('2007-11')
  expect(found).toEqual(recount(() => true))
})

test('the period does not change them, the filters do', async () => {
  expect(await months({ period: '1month' })).toEqual(recount(() => true))
  expect(await months({ order_type: 'sales' })).toEqual(recount(({ type }) => type === 'sales'))
  expect(await months({ order_type: 'service', branch: 'south' })).toEqual(
    recount(({ type, branch }) => type === 'service' && branch === 'south'),
  )
})

test('whoever sees some branches only is shown the orders of these', async () => {
  const rows = await database.db.select().from(branches)
  const north = branchScope(rows.filter(({ code }) => code === 'north').map(({ id: branchId }) => branchId))
  expect(await months({}, north)).toEqual(recount(({ branch }) => branch === 'north'))
})

test('a period that ends at the first instant of a month ends with the month before', async () => {
  expect((await months({ as_of: '2007-06-01T02:30:00.000Z' }))?.at(-1)?.month).toBe('2007-05')
})
