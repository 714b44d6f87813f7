import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerMerges, customers, notes, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { orderHistory, orders } from '@/db/schema/orders'
import { AshaTwice } from '@/db/testing/asha-twice'

let asha: AshaTwice
beforeEach(async () => {
  asha = await AshaTwice.open()
})
afterEach(() => asha.database.drop())

describe('an undone merge', () => {
  test('leaves everything as it was', async () => {
    const before = await asha.records()
    await asha.undo(await asha.merge())
    expect(await asha.records()).toEqual(before)
    const [merged] = await asha.database.db.select().from(customerMerges)
    expect(merged?.undoneAt).not.toBeNull()
  })

  test('can be merged again, the other way round too', async () => {
    const before = await asha.records()
    await asha.undo(await asha.merge())
    await asha.undo(await asha.merge('Asha Mushi', 'Asha'), 'Asha Mushi')
    expect(await asha.records()).toEqual(before)
  })

  test('leaves what came since with the one that was kept, but for the vehicle that went back', async () => {
    const mergeId = await asha.merge()
    const [theirs] = await asha.database.db.select().from(vehicles).where(eq(vehicles.plate, 'T 2'))
    const [old] = await asha.database.db.select().from(orders).where(eq(orders.amountMinor, 1000))
    if (!old || !theirs) throw new Error('the records are not there')
    const since = { ...old, id: uuidv7(), externalId: 'O-5', amountMinor: 5, vehicleId: theirs.id }
    await asha.database.db.insert(orders).values(since)
    await asha.database.db.insert(notes).values({ customerId: asha.id('Asha'), id: uuidv7(), body: 'Came again' })
    await asha.database.db.insert(vehicles).values({ customerId: asha.id('Asha'), id: uuidv7(), plate: 'T 3' })
    await asha.undo(mergeId)
    expect(await asha.amounts('Asha')).toEqual(expect.arrayContaining([1000, 5]))
    expect(await asha.amounts('Asha Mushi')).toEqual([200, 30, 7])
    expect(await asha.plates('Asha')).toEqual(['T 1', 'T 3'])
    expect(
      await asha.database.db
        .select()
        .from(notes)
        .where(eq(notes.customerId, asha.id('Asha'))),
    ).toMatchObject([{ body: 'Came again' }])
    const [kept] = await asha.database.db.select().from(orders).where(eq(orders.id, since.id))
    expect(kept).toMatchObject({ vehicleId: null, version: 2 })
    const steps = await asha.database.db.select().from(orderHistory).where(eq(orderHistory.orderId, since.id))
    expect(steps).toMatchObject([{ vehicleId: theirs.id, orderVersion: 1 }])
  })

  test('keeps a field that was changed since, and what was removed stays removed', async () => {
    const mergeId = await asha.merge()
    await asha.database.db
      .update(customers)
      .set({ email: 'new@example.invalid' })
      .where(eq(customers.id, asha.id('Asha')))
    await asha.database.db.delete(notes)
    await asha.undo(mergeId)
    expect(await asha.customer('Asha')).toMatchObject({ email: 'new@example.invalid', organizationName: null })
    expect(await asha.database.db.select().from(notes)).toEqual([])
  })

  test('of two into one goes back alone, in either order', async () => {
    for (const first of [0, 1]) {
      const before = await asha.records()
      const merges = [await asha.merge('Asha', 'Asha Mushi'), await asha.merge('Asha', 'Third')]
      expect(await asha.amounts('Asha')).toHaveLength(5)
      await asha.undo(merges[first] ?? '')
      await asha.undo(merges[1 - first] ?? '')
      expect(await asha.records()).toEqual(before)
    }
  })

  test('waits for a later merge of the kept customer to be undone; then both go back', async () => {
    const before = await asha.records()
    const earlier = await asha.merge('Asha', 'Asha Mushi')
    const later = await asha.merge('Third', 'Asha')
    expect(await asha.amounts('Third')).toHaveLength(5)
    expect(await asha.keysOf('Third')).toContain('customer_external_id Asha Mushi')
    await expect(asha.undo(earlier)).rejects.toMatchObject({ status: 409, code: 'merged_again' })
    await asha.undo(later, 'Third')
    expect(await asha.keysOf('Asha')).toContain('customer_external_id Asha Mushi')
    await asha.undo(earlier)
    expect(await asha.records()).toEqual(before)
  })

  test('is undone once, and not by whoever does not see all orders', async () => {
    const mergeId = await asha.merge()
    await expect(asha.undo(mergeId, 'Asha', await asha.managerOf('north'))).rejects.toMatchObject({ status: 403 })
    await expect(asha.undo(mergeId, 'Asha', { ...asha.manager, role: 'clerk' })).rejects.toMatchObject({ status: 403 })
    await expect(asha.undo(mergeId, 'Third')).rejects.toMatchObject({ status: 404 })
    await expect(asha.undo('no id')).rejects.toMatchObject({ status: 404 })
    await asha.undo(mergeId, 'Asha', await asha.managerOf('north', 'airport'))
    await expect(asha.undo(mergeId)).rejects.toMatchObject({ status: 404 })
  })
})

test('a phone that another customer has too stays theirs', async () => {
  await asha.undo(await asha.merge('Asha', 'Third'))
  const shared = and(eq(customerKeys.kind, 'phone'), eq(customerKeys.customerId, asha.id('Third')))
  expect(await asha.database.db.select().from(customerKeys).where(shared)).toMatchObject([{ value: '255739445652' }])
})
