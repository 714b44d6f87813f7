import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '@/db/testing/desk'
import { newOrder, onceMore } from '@/db/testing/entries'
import { type TakenOrder, takenOrder } from '@/db/testing/taken-order'
import { takeOrder } from './take-order'

let desk: Desk
let order: TakenOrder
beforeEach(async () => {
  desk = await openDesk()
  order = await takenOrder(desk)
})
afterEach(() => desk.drop())

describe('of two who change an order at once', () => {
  test.each(Array.from({ length: 5 }, (_, round) => round))(
    'one is told of the other, and nothing is lost: %i',
    async () => {
      const outcomes = await Promise.allSettled([
        order.change(1, { amount: '20' }),
        order.change(1, { description: 'Brakes' }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { status: 409, code: 'changed_meanwhile' },
      })
      const seen = await order.read()
      expect(seen.history).toHaveLength(1)
      const [isAmount] = outcomes
      await order.change(seen.version, isAmount?.status === 'fulfilled' ? { description: 'Brakes' } : { amount: '20' })
      expect(await order.read()).toMatchObject({ amount: 20, description: 'Brakes', version: 3 })
    },
  )

  test.each(Array.from({ length: 5 }, (_, round) => round))(
    'one cancels or one completes, and the history tells: %i',
    async () => {
      const [cancelled, completed] = await Promise.allSettled([
        order.change(1, { status: 'cancelled' }, 'they left'),
        order.change(1, { status: 'completed' }, null, desk.clerk),
      ])
      const winner = cancelled?.status === 'fulfilled' ? 'cancelled' : 'completed'
      expect(completed?.status === 'fulfilled').toBe(winner === 'completed')
      expect(await order.read()).toMatchObject({
        ...{ status: winner, version: 2 },
        history: [{ status: 'created', reason: winner === 'cancelled' ? 'they left' : null }],
      })
    },
  )

  test('a change and a new order of the customer both stand', async () => {
    const more = () => takeOrder(desk.db, desk.clerk, newOrder(order.id.customerId), onceMore())
    await Promise.all([order.change(1, { ordered_on: '2026-01-05' }), ...Array.from({ length: 9 }, more)])
    expect(await desk.rows('select count(*)::int as n, min(ordered_at) as first from orders')).toEqual([
      { n: 10, first: new Date('2026-01-04T21:00:00Z') },
    ])
    expect(
      await desk.rows('select known_since = first_counted_at as same, first_counted_at as first from customers'),
    ).toEqual([{ same: true, first: new Date('2026-01-04T21:00:00Z') }])
  })
})
