import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import type { OrderDetails } from '@/lib/orders/contract'
import { customers } from './customers'
import { branches } from './reference'

export const orderType = pgEnum('order_type', ORDER_TYPES)
export const orderStatus = pgEnum('order_status', ORDER_STATUSES)
export const orderSource = pgEnum('order_source', ORDER_SOURCES)

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Class D, distributed by `customer_id`. `ordered_at` is the business date, `created_at` when the row was entered. */
export const orders = pgTable(
  'orders',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    externalId: text('external_id'),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
    type: orderType().notNull(),
    status: orderStatus().notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    orderedAt: instant('ordered_at').notNull(),
    source: orderSource().notNull(),
    /** One of the same customer's; an erased or removed vehicle leaves null. */
    vehicleId: uuid('vehicle_id'),
    description: text(),
    /** What the order's type asks for beside the rest; null for imported orders. */
    details: jsonb().$type<OrderDetails>(),
    /** The person or key that entered it; null for imports. */
    enteredById: uuid('entered_by_id'),
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    unique('orders_external_id').on(t.customerId, t.externalId),
    // Each holds everything that a figure reads: a long window is read customer by customer, or each customer's branch by
    // branch, a short one by date.
    index('orders_by_customer').on(t.customerId, t.orderedAt, t.type, t.status, t.branchId, t.amountMinor),
    index('orders_by_branch').on(t.customerId, t.branchId, t.orderedAt, t.type, t.status, t.amountMinor),
    index('orders_by_date').on(t.orderedAt, t.customerId, t.type, t.status, t.branchId, t.amountMinor),
    // What was entered last, and what was entered since a moment.
    index('orders_by_entry').on(t.createdAt, t.id),
    check('orders_amount_minor', sql`${t.amountMinor} >= 0 and ${t.amountMinor} < 10000000000000`),
  ],
)

/**
 * Class D. What an order was before each change, so that "what did this link show then" can be answered: the row holds
 * the order as it stood until `replaced_at`, under the customer it then had.
 */
export const orderHistory = pgTable(
  'order_history',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    orderId: uuid('order_id').notNull(),
    orderVersion: integer('order_version').notNull(),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
    type: orderType().notNull(),
    status: orderStatus().notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    orderedAt: instant('ordered_at').notNull(),
    replacedAt: instant('replaced_at').notNull(),
    replacedBy: orderSource('replaced_by').notNull(),
    vehicleId: uuid('vehicle_id'),
    description: text(),
    details: jsonb().$type<OrderDetails>(),
    /** The person or key that changed it; null for imports. */
    replacedById: uuid('replaced_by_id'),
    /** Why it was changed, as a cancellation says. */
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('order_history_by_order').on(t.customerId, t.orderId, t.replacedAt),
  ],
)
