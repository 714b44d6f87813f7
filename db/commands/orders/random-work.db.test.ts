import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { checkAgreement } from '@/db/queries/agreement/agreement'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getOrder } from '@/db/queries/order'
import { type Desk, openDesk } from '@/db/testing/desk'
import { expectedDerived, expectedFigures, type KnownCustomer } from '@/db/testing/recount'
import { Work } from '@/db/testing/work'
import { randomWork } from '@/db/testing/work-arbitrary'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { MONTHS_PERIODS, ORDER_TYPES } from '@/lib/definitions'

/** Days' work in each of three tests, for a test has a minute. */
const RUNS = 10
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.drop())

async function derivedOf(customer: KnownCustomer) {
  const instants = ['registered_at', 'known_since', 'first_counted_at', 'last_counted_at']
  const told = (name: string) => `to_char(${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const columns = instants.map((name) => `${told(name)} as ${name}`)
  const branches = `select json_object_agg(b.code, ${told("nullif(cb.known_since, '-infinity')")})
    from customer_branches cb join branches b on b.id = cb.branch_id where cb.customer_id = c.id`
  const [row] = await desk.rows(
    `select b.code as home, visit_gaps, median_gap_days::float, ${columns.join(', ')}, (${branches}) as branches from customers c join branches b on b.id = home_branch_id where c.id = $1`,
    [customer.id],
  )
  return row
}

async function expectFigures(customers: KnownCustomer[]): Promise<void> {
  for (const period of MONTHS_PERIODS) {
    for (const branch of ['all', 'north']) {
      for (const order_type of ['all', ...ORDER_TYPES] as const) {
        const params = groupsParamsSchema.parse({ period, branch, order_type })
        const { groups, meta } = await getCustomerGroups(desk.db, desk.manager.scope, params)
        const asked = { branch: branch === 'all' ? null : branch, type: order_type === 'all' ? null : order_type }
        for (const [key, figures] of Object.entries(groups)) {
          const members = customers.filter(({ group }) => group === key)
          expect(figures).toMatchObject(expectedFigures(members, { ...asked, from: meta.from, to: meta.to }))
        }
      }
    }
  }
}

async function expectHistories(work: Work): Promise<void> {
  for (const customer of work.customers) {
    for (const { id } of customer.orders) {
      const order = await getOrder(desk.db, desk.manager.scope, customer.id, id)
      const states = order && [...order.history, order]
      const told = states?.map(({ type, status, branch, amount, ordered_at }) => ({
        ...{ id, type, status, branch: branch.code, amountMinor: Math.round(amount * 100), orderedAt: ordered_at },
      }))
      expect(told).toEqual(work.states.get(id))
      expect(order?.history.map(({ version }) => version)).toEqual(order?.history.map((_, index) => index + 1))
    }
  }
}

test.each([1, 2, 3])(
  'what is derived, the figures and the history are those of a recount, whatever is done: %i',
  async () => {
    const property = fc.asyncProperty(randomWork, async ({ timeZone, deeds }) => {
      const work = await Work.begin(desk, timeZone)
      for (const deed of deeds) {
        await work.do(deed)
        for (const customer of work.customers) expect(await derivedOf(customer)).toEqual(expectedDerived(customer))
      }
      await expectFigures(work.customers)
      await expectHistories(work)
      expect((await checkAgreement(desk.db, shellCaller(), 60_000)).checks.filter(({ agrees }) => !agrees)).toEqual([])
    })
    await fc.assert(property, { numRuns: RUNS })
  },
)
