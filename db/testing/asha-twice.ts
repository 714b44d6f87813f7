import { asc, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import { mergeCustomers, undoMerge } from '@/db/commands/merge-customers'
import { customers, notes, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { orders } from '@/db/schema/orders'
import { personAs } from './administrators'
import { testCaller } from './callers'
import { recordKeys } from './customer-keys'
import { createTestDatabase, type TestDatabase } from './database'
import { type CustomerSpec, recordWorkshop } from './workshop'

const SPECS: CustomerSpec[] = [
  {
    name: 'Asha',
    group: 'personal',
    phone: '+255712345678',
    plates: ['T 1'],
    orders: [{ at: '2026-02-01T00:00:00Z', amountMinor: 1000, branch: 'north' }],
  },
  {
    name: 'Asha Mushi',
    group: 'company',
    phone: '0739445652',
    email: 'asha@example.invalid',
    organization: 'Blue Nile Motors',
    plates: ['T 2'],
    orders: [
      { at: '2025-01-01T00:00:00Z', amountMinor: 200, branch: 'airport' },
      { at: '2026-03-01T00:00:00Z', amountMinor: 30, branch: 'north', status: 'cancelled' },
      { at: '2026-03-05T00:00:00Z', amountMinor: 7, branch: 'north' },
    ],
  },
  { name: 'Third', phone: '+255739445652', orders: [{ at: '2024-01-01T00:00:00Z', amountMinor: 400 }] },
]

/** Asha twice and a third customer, each order and customer with a code, and what a test asks of them by their names. */
export class AshaTwice {
  readonly manager = personAs('manager')

  private constructor(
    readonly database: TestDatabase,
    private readonly ids: Map<string, string>,
  ) {}

  static async open(): Promise<AshaTwice> {
    const database = await createTestDatabase()
    const { db } = database
    const ids = await recordWorkshop(db, { timeZone: 'UTC', country: 'TZ' }, SPECS)
    await db.update(orders).set({ externalId: sql`'O-' || amount_minor`, description: 'As it was' })
    await db.insert(notes).values({ customerId: ids.get('Asha Mushi') ?? '', id: uuidv7(), body: 'Prefers mornings' })
    await recordKeys(db)
    return new AshaTwice(database, ids)
  }

  id(name: string): string {
    return this.ids.get(name) ?? ''
  }

  /** A manager of these branches alone. */
  managerOf(...codes: string[]): Promise<Caller> {
    return testCaller(this.database.db, 'manager', { branches: codes })
  }

  async customer(name: string): Promise<typeof customers.$inferSelect> {
    const [found] = await this.database.db
      .select()
      .from(customers)
      .where(eq(customers.id, this.id(name)))
    if (!found) throw new Error(`there is no ${name}`)
    return found
  }

  /** Its orders' amounts in the order of time. */
  async amounts(name: string): Promise<number[]> {
    const theirs = eq(orders.customerId, this.id(name))
    const rows = await this.database.db.select().from(orders).where(theirs).orderBy(asc(orders.orderedAt))
    return rows.map(({ amountMinor }) => amountMinor)
  }

  async plates(name: string): Promise<string[]> {
    const theirs = eq(vehicles.customerId, this.id(name))
    const rows = await this.database.db.select().from(vehicles).where(theirs).orderBy(vehicles.plate)
    return rows.map(({ plate }) => plate)
  }

  async keysOf(name: string): Promise<string[]> {
    const theirs = eq(customerKeys.customerId, this.id(name))
    const rows = await this.database.db.select().from(customerKeys).where(theirs)
    return rows.map(({ kind, value }) => `${kind} ${value}`).sort()
  }

  async merge(keep = 'Asha', merged = 'Asha Mushi'): Promise<string> {
    const versions = { keep: (await this.customer(keep)).version, merge: (await this.customer(merged)).version }
    const pair = { keepId: this.id(keep), mergeId: this.id(merged), versions }
    return mergeCustomers(this.database.db, this.manager, pair)
  }

  undo(mergeId: string, keep = 'Asha', caller = this.manager): Promise<void> {
    return undoMerge(this.database.db, caller, { customerId: this.id(keep), mergeId })
  }

  /** Everything of these tables but the marks of time and version, which move on. */
  async records() {
    const { db } = this.database
    const people = await db.select().from(customers).orderBy(customers.id)
    const taken = await db.select().from(orders).orderBy(orders.id)
    return {
      customers: people.map(({ version, updatedAt, ...rest }) => ({ ...rest, searchText: rest.searchText.trim() })),
      orders: taken.map(({ version, updatedAt, ...rest }) => rest),
      vehicles: await db.select().from(vehicles).orderBy(vehicles.id),
      notes: await db.select().from(notes).orderBy(notes.id),
      keys: await db
        .select()
        .from(customerKeys)
        .orderBy(customerKeys.kind, customerKeys.value, customerKeys.customerId),
    }
  }
}
