import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { shellCaller } from '@/db/access'
import { registerCustomer } from '@/db/commands/register-customer'
import { checkAgreement } from '@/db/queries/agreement/agreement'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getOrder } from '@/db/queries/order'
import { type Desk, openDesk } from '@/db/testing/desk'
import { newOrder, onceMore, orderChange, registration } from '@/db/testing/entries'
import { expectedDerived, expectedFigures, type KnownCustomer, type KnownOrder } from '@/db/testing/recount'
import { type Deed, type EnteredWork, randomWork } from '@/db/testing/work-arbitrary'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { MONTHS_PERIODS, ORDER_TYPES } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { ruleOf } from '@/lib/orders/order-rules'
import { changeOrder } from './change-order'
import { takeOrder } from './take-order'

const RUNS = 30
const TABLES = [
  'idempotency_keys',
  'order_history',
  'orders',
  'customer_keys',
  'customer_group_memberships',
  'customer_branches',
  'customers',
]

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.drop())

/** A day's work: what was done so far, as the answers of the commands say it. */
class Work {
  readonly customers: KnownCustomer[] = []
  /** Every state that each order ever had, the oldest first. */
  readonly states = new Map<string, KnownOrder[]>()

  constructor(private readonly timeZone: string) {}

  async do(deed: Deed): Promise<void> {
    if (deed.deed === 'register') return this.register(deed)
    const [customer, order] = this.pick(deed)
    if (!customer) return
    if (deed.deed === 'take') {
      const fields = newOrder(customer.id, this.entered(deed))
      const { order_id } = await takeOrder(desk.db, desk.manager, fields, onceMore())
      return this.note(customer, order_id)
    }
    if (order) await this.change(customer, order, deed)
  }

  private pick(deed: Exclude<Deed, { deed: 'register' }>): [KnownCustomer?, KnownOrder?] {
    if (deed.deed === 'take') return [this.customers[deed.customer % this.customers.length]]
    const all = this.customers.flatMap((customer) => customer.orders.map((order) => [customer, order] as const))
    const [customer, order] = all[deed.order % all.length] ?? []
    return [customer, order]
  }

  private async register({ group, home, order }: Extract<Deed, { deed: 'register' }>): Promise<void> {
    const fields = registration({ group, branch: home, order: order && this.entered(order) })
    const made = await registerCustomer(desk.db, desk.manager, fields, onceMore())
    const [row] = await desk.rows('select registered_at from customers where id = $1', [made.customer_id])
    const registeredAt = z.date().parse(row?.registered_at).toISOString()
    expect(Math.abs(Date.now() - Date.parse(registeredAt))).toBeLessThan(60_000)
    const customer = { id: made.customer_id, group, home, registeredAt, orders: [] }
    this.customers.push(customer)
    if (made.order_id) await this.note(customer, made.order_id)
  }

  private async change(
    customer: KnownCustomer,
    order: KnownOrder,
    deed: Extract<Deed, { order: number }>,
  ): Promise<void> {
    const status = deed.deed === 'turn' ? deed.status : order.status
    const changes = deed.deed === 'turn' ? { status } : this.changes(order, deed.changes)
    const version = this.states.get(order.id)?.length ?? 0
    const id = { customerId: customer.id, orderId: order.id }
    const changing = changeOrder(desk.db, desk.manager, id, orderChange(version, changes, 'why'))
    const refused = await changing.then(() => null).catch((error: unknown) => error)
    if (refused !== null) return this.expectRefusal(refused, order, status)
    await this.note(customer, order.id)
  }

  private expectRefusal(refused: unknown, order: KnownOrder, status: KnownOrder['status']): void {
    expect(refused).toBeInstanceOf(RequestError)
    expect(refused).toMatchObject({ code: 'not_in_this_state' })
    expect(() => ruleOf(order.status, status)).toThrow()
  }

  /** Takes what the order is now from the answer, after checking it against what was asked. */
  private async note(customer: KnownCustomer, orderId: string): Promise<void> {
    const read = await getOrder(desk.db, desk.manager.scope, customer.id, orderId)
    if (!read) throw new Error('an order that was answered is not there')
    const { id, type, status, ordered_at: orderedAt, branch } = read
    const known = { id, type, status, branch: branch.code, amountMinor: Math.round(read.amount * 100), orderedAt }
    customer.orders = [...customer.orders.filter((order) => order.id !== id), known]
    const states = this.states.get(id) ?? []
    // What is what it was already makes no new state.
    if (read.version > states.length) this.states.set(id, [...states, known])
    expect(read.version).toBe(this.states.get(id)?.length)
  }

  private entered({ type, branch, daysAgo, amountMinor }: EnteredWork) {
    const ordered_on = daysAgo === 0 ? null : this.dayBefore(daysAgo)
    return { type, branch, amount: (amountMinor / 100).toFixed(2), ordered_on, details: detailsOf(type) }
  }

  private changes(order: KnownOrder, { daysAgo, amountMinor, type, branch }: Partial<EnteredWork>) {
    return {
      ...(branch && { branch }),
      ...(type && type !== order.type && { type, details: detailsOf(type) }),
      ...(amountMinor !== undefined && { amount: (amountMinor / 100).toFixed(2) }),
      ...(daysAgo !== undefined && { ordered_on: this.dayBefore(daysAgo) }),
      // So that there always is something to ask for.
      description: 'looked at again',
    }
  }

  private dayBefore(days: number): string {
    return Temporal.Now.plainDateISO(this.timeZone).subtract({ days }).toString()
  }
}

const detailsOf = (type: KnownOrder['type']) => (type === 'sales' ? { type, item: 'Tyres' } : { type })

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

test('whatever is done in whatever order, what is derived, the figures and the history are those of a recount', async () => {
  const property = fc.asyncProperty(randomWork, async ({ timeZone, deeds }) => {
    for (const table of TABLES) await desk.rows(`delete from ${table}`)
    await desk.rows('update business set time_zone = $1', [timeZone])
    const work = new Work(timeZone)
    for (const deed of deeds) {
      await work.do(deed)
      for (const customer of work.customers) expect(await derivedOf(customer)).toEqual(expectedDerived(customer))
    }
    await expectFigures(work.customers)
    await expectHistories(work)
    expect((await checkAgreement(desk.db, shellCaller(), 60_000)).checks.filter(({ agrees }) => !agrees)).toEqual([])
  })
  await fc.assert(property, { numRuns: RUNS })
})
