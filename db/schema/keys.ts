import { sql } from 'drizzle-orm'
import { pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

export const customerKeyKind = pgEnum('customer_key_kind', [
  'customer_external_id',
  'order_external_id',
  'phone',
  'email',
  'plate',
  'tax_number',
])

/**
 * Class K. From a key to its customer. External ids belong to one customer; a phone, an e-mail or a plate may be shared.
 * Distributed by `value`, so without a foreign key to the customer. `value` is normalised: digits of a phone, lower case
 * of an e-mail, letters and digits of a plate or tax number.
 */
export const customerKeys = pgTable(
  'customer_keys',
  {
    kind: customerKeyKind().notNull(),
    value: text().notNull(),
    customerId: uuid('customer_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.value, t.customerId] }),
    uniqueIndex('customer_keys_external')
      .on(t.kind, t.value)
      .where(sql`${t.kind} in ('customer_external_id', 'order_external_id')`),
  ],
)
