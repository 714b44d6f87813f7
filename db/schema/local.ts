import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Class L. The one business of this installation: a single row. */
export const business = pgTable(
  'business',
  {
    singleton: boolean().primaryKey().default(true),
    name: text().notNull(),
    timeZone: text('time_zone').notNull(),
    currency: char({ length: 3 }).notNull(),
    /** Minor digits of the currency by ISO 4217: JPY 0, TZS 2, KWD 3. */
    currencyDigits: integer('currency_digits').notNull(),
    country: char({ length: 2 }).notNull(),
    /** True where the records are the sample workshop's: real ones are then refused. */
    isSample: boolean('is_sample').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [check('business_singleton', sql`${t.singleton}`)],
)

/**
 * Class L. What a request with an idempotency key has done, written by the transaction that did it: the same request again
 * gets the same answer, another one under the same key is refused.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The person or key that asked. */
    actorId: uuid('actor_id').notNull(),
    key: text().notNull(),
    /** SHA-256 of what was asked. */
    requestHash: text('request_hash').notNull(),
    /** Ids alone. */
    answer: jsonb().$type<Record<string, string | number | null>>(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('idempotency_keys_at').on(t.createdAt)],
)

/** Class L. Each applied import, with what it did. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  customersFile: text('customers_file'),
  ordersFile: text('orders_file'),
  counts: jsonb().$type<Record<string, number>>().notNull(),
  appliedAt: instant('applied_at').notNull().defaultNow(),
})
