import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { z } from 'zod'
import { changeOrder } from '@/db/commands/orders/change-order'
import { takeOrder } from '@/db/commands/orders/take-order'
import { registerCustomer } from '@/db/commands/register-customer'
import { getOrder } from '@/db/queries/order'
import { RequestError } from '@/lib/failure'
import { ruleOf } from '@/lib/orders/order-rules'
import type { Desk } from './desk'
import { newOrder, onceMore, orderChange, registration } from './entries'
import type { KnownCustomer, KnownOrder } from './recount'
import type { Deed, EnteredWork } from './work-arbitrary'

const TABLES = [
  'idempotency_keys',
  'order_history',
  'orders',
  'customer_keys',
  'customer_group_memberships',
  'customer_branches',
  'vehicles',
  'customer_merges',
  'customers',
]

/** A day's work: what was done so far, as the answers of the commands say it. */
export class Work {
  readonly customers: KnownCustomer[] = []
  /** Every state that each order ever had, the oldest first. */
  readonly states = new Map<string, KnownOrder[]>()

  private constructor(
    private readonly desk: Desk,
    private readonly timeZone: string,
  ) {}

  /** With nothing recorded yet, on the clock of this zone. */
  static async begin(desk: Desk, timeZone: string): Promise<Work> {
    for (const table of TABLES) await desk.rows(`delete from ${table}`)
    await desk.rows('update business set time_zone = $1', [timeZone])
    return new Work(desk, timeZone)
  }

  async do(deed: Deed): Promise<void> {
    if (deed.deed === 'register') return this.register(deed)
    const [customer, order] = this.pick(deed)
    if (!customer) return
    if (deed.deed === 'take') {
      const fields = newOrder(customer.id, this.entered(deed))
      const { order_id } = await takeOrder(this.desk.db, this.desk.manager, fields, onceMore())
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
    const made = await registerCustomer(this.desk.db, this.desk.manager, fields, onceMore())
    const [row] = await this.desk.rows('select registered_at from customers where id = $1', [made.customer_id])
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
    const changing = changeOrder(this.desk.db, this.desk.manager, id, orderChange(version, changes, 'why'))
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
    const read = await getOrder(this.desk.db, this.desk.manager.scope, customer.id, orderId)
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
