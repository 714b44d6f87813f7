import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditLog } from '@/db/schema/audit'
import { customers, notes, vehicles } from '@/db/schema/customers'
import { orderHistory, orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { AshaTwice } from '@/db/testing/asha-twice'
import { mergeCustomers } from './merge-customers'

let asha: AshaTwice
beforeEach(async () => {
  asha = await AshaTwice.open()
})
afterEach(() => asha.database.drop())

describe('a merge', () => {
  test('brings all orders, vehicles, notes and look-ups to the one that stays', async () => {
    await asha.merge()
    expect(await asha.amounts('Asha')).toEqual([200, 1000, 30, 7])
    expect(await asha.amounts('Asha Mushi')).toEqual([])
    expect(await asha.plates('Asha')).toEqual(['T 1', 'T 2'])
    expect(await asha.database.db.select().from(notes)).toMatchObject([
      { customerId: asha.id('Asha'), body: 'Prefers mornings' },
    ])
    expect(await asha.keysOf('Asha Mushi')).toEqual([])
    expect(await asha.keysOf('Asha')).toEqual(
      [
        'customer_external_id Asha',
        'customer_external_id Asha Mushi',
        'email asha@example.invalid',
        'order_external_id O-1000',
        'order_external_id O-200',
        'order_external_id O-30',
        'order_external_id O-7',
        'phone 0739445652',
        'phone 255712345678',
        'plate T1',
        'plate T2',
      ].sort(),
    )
  })

  test('fills what was blank and derives anew what follows from the orders', async () => {
    await asha.merge()
    const [airport] = await asha.database.db.select().from(branches).where(eq(branches.code, 'airport'))
    expect(await asha.customer('Asha')).toMatchObject({
      phone: '+255712345678',
      email: 'asha@example.invalid',
      organizationName: 'Blue Nile Motors',
      homeBranchId: airport?.id,
      firstCountedAt: '2025-01-01 00:00:00+00',
      lastCountedAt: '2026-03-05 00:00:00+00',
      // 396 and 32 days.
      visitGaps: 2,
      medianGapDays: 214,
      searchText: expect.stringContaining('blue nile motors'),
      version: 2,
    })
    expect(await asha.customer('Asha Mushi')).toMatchObject({
      mergedIntoId: asha.id('Asha'),
      firstCountedAt: null,
      visitGaps: 0,
      medianGapDays: null,
      version: 2,
    })
  })

  test('leaves each moved order its former state, under the customer that it had', async () => {
    await asha.merge()
    const moved = await asha.database.db.select().from(orders).where(eq(orders.amountMinor, 7))
    expect(moved).toMatchObject([
      { customerId: asha.id('Asha'), version: 2, description: 'As it was', externalId: 'O-7' },
    ])
    const steps = await asha.database.db.select().from(orderHistory).orderBy(orderHistory.orderedAt)
    expect(steps.map(({ customerId, amountMinor, orderVersion }) => [customerId, amountMinor, orderVersion])).toEqual([
      [asha.id('Asha Mushi'), 200, 1],
      [asha.id('Asha Mushi'), 30, 1],
      [asha.id('Asha Mushi'), 7, 1],
    ])
    expect(steps[0]).toMatchObject({
      replacedById: asha.manager.id,
      description: 'As it was',
      replacedBy: 'order_page',
    })
  })

  test('an order keeps its vehicle', async () => {
    const [vehicle] = await asha.database.db.select().from(vehicles).where(eq(vehicles.plate, 'T 2'))
    await asha.database.db.update(orders).set({ vehicleId: vehicle?.id }).where(eq(orders.amountMinor, 7))
    await asha.merge()
    expect(await asha.database.db.select().from(orders).where(eq(orders.amountMinor, 7))).toMatchObject([
      { vehicleId: vehicle?.id },
    ])
  })

  test('is in the audit log by its ids alone', async () => {
    const mergeId = await asha.merge()
    expect(await asha.database.db.select().from(auditLog)).toMatchObject([
      {
        action: 'customer.merged',
        subjectId: asha.id('Asha'),
        detail: { merge_id: mergeId, merged_customer_id: asha.id('Asha Mushi') },
      },
    ])
  })
})

describe('a merge is refused, and nothing is changed,', () => {
  test('with itself, with nobody, and by a clerk', async () => {
    const before = await asha.records()
    const versions = { keep: 1, merge: 1 }
    const attempt = (keepId: string, mergeId: string, caller = asha.manager) =>
      mergeCustomers(asha.database.db, caller, { keepId, mergeId, versions })
    await expect(attempt(asha.id('Asha'), asha.id('Asha'))).rejects.toMatchObject({ status: 400 })
    await expect(attempt(asha.id('Asha'), uuidv7())).rejects.toMatchObject({ status: 404 })
    await expect(attempt(asha.id('Asha'), 'nobody')).rejects.toMatchObject({ status: 404 })
    await expect(attempt(asha.id('Asha'), asha.id('Third'), { ...asha.manager, role: 'clerk' })).rejects.toMatchObject({
      status: 403,
    })
    expect(await asha.records()).toEqual(before)
  })

  test('where one was changed, merged or erased since it was shown', async () => {
    const attempt = () =>
      mergeCustomers(asha.database.db, asha.manager, {
        keepId: asha.id('Asha'),
        mergeId: asha.id('Third'),
        versions: { keep: 1, merge: 1 },
      })
    const set = (values: Partial<typeof customers.$inferInsert>) =>
      asha.database.db
        .update(customers)
        .set(values)
        .where(eq(customers.id, asha.id('Third')))
    await set({ version: 2 })
    await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    await set({ version: 1, mergedIntoId: asha.id('Asha Mushi') })
    await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    await set({ mergedIntoId: null, erasedAt: '2026-01-01T00:00:00Z' })
    await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'erased' })
  })

  test('by a manager who does not see both, or not all their orders', async () => {
    const versions = { keep: 1, merge: 1 }
    const attempt = async (...codes: string[]) =>
      mergeCustomers(asha.database.db, await asha.managerOf(...codes), {
        keepId: asha.id('Asha'),
        mergeId: asha.id('Asha Mushi'),
        versions,
      })
    await expect(attempt('north')).rejects.toMatchObject({ status: 403, code: 'beyond_your_branches' })
    await expect(attempt('airport')).rejects.toMatchObject({ status: 404 })
    await expect(attempt()).rejects.toMatchObject({ status: 404 })
    await attempt('north', 'airport')
    expect(await asha.amounts('Asha')).toHaveLength(4)
  })
})
