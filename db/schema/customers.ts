import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { branches, customerGroups } from './reference'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Class D, distributed by `id`. */
export const customers = pgTable(
  'customers',
  {
    id: uuid().primaryKey(),
    externalId: text('external_id'),
    fullName: text('full_name').notNull(),
    organizationName: text('organization_name'),
    phone: text(),
    email: text(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => customerGroups.id),
    homeBranchId: uuid('home_branch_id')
      .notNull()
      .references(() => branches.id),
    /** False: derived from the earliest order, and derived again by each import. */
    homeBranchExplicit: boolean('home_branch_explicit').notNull().default(false),
    registeredAt: instant('registered_at').notNull(),
    /** False: the first order's date, else the time of entry, and derived again by each import. */
    registeredAtExplicit: boolean('registered_at_explicit').notNull().default(false),
    /** The earlier of `registered_at` and the first order of any status; kept by whoever writes an order. */
    knownSince: instant('known_since').notNull(),
    /** The first and last order that is not cancelled; null where there is none. */
    firstCountedAt: instant('first_counted_at'),
    lastCountedAt: instant('last_counted_at'),
    /** The name folded to lower case without accents: what a list is sorted by. */
    sortName: text('sort_name').notNull(),
    /** Name, organisation, e-mail, external id, phone digits and plates, folded, a line each: what `q` searches. */
    searchText: text('search_text').notNull(),
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('customers_group').on(t.groupId),
    index('customers_home_branch').on(t.homeBranchId),
    index('customers_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
)

/** Class D. Which group a customer was in from when to when; the first row is valid from -infinity. */
export const customerGroupMemberships = pgTable(
  'customer_group_memberships',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => customerGroups.id),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)

/** Class D. */
export const vehicles = pgTable(
  'vehicles',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    plate: text().notNull(),
    make: text(),
    model: text(),
    year: smallint(),
    retiredAt: instant('retired_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)

/** Class D. */
export const notes = pgTable(
  'notes',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    body: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)
