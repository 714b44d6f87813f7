import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { PERSON_ROLES } from '@/lib/definitions'
import { branches, customerGroups } from './reference'

export const personRole = pgEnum('person_role', PERSON_ROLES)

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Class D, distributed by `id`. */
export const customers = pgTable(
  'customers',
  {
    id: uuid().primaryKey(),
    externalId: text('external_id'),
    fullName: text('full_name').notNull(),
    organizationName: text('organization_name'),
    /** As in +255712345678 where it could be read as a number of the business's country, otherwise as it was given. */
    phone: text(),
    email: text(),
    address: text(),
    taxNumber: text('tax_number'),
    /** Of a private person alone. */
    personRole: personRole('person_role'),
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
    /** How many gaps there are between its visits, and their median in days, to a half; null where there is none. */
    visitGaps: integer('visit_gaps').notNull().default(0),
    medianGapDays: numeric('median_gap_days', { precision: 8, scale: 1, mode: 'number' }),
    /** The name folded to lower case without accents: what a list is sorted by. */
    sortName: text('sort_name').notNull(),
    /** Name, organisation, e-mail, external id, phone digits and plates, folded, a line each: what `q` searches. */
    searchText: text('search_text').notNull(),
    /** Set where the customer was merged into another one: it has no orders and is in no list and no figure. */
    mergedIntoId: uuid('merged_into_id'),
    /** Set where the person was erased on request: nothing that names them is left. */
    erasedAt: instant('erased_at'),
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('customers_group').on(t.groupId),
    // Everything that a figure reads of a customer, in the order in which the orders of customers are added up.
    index('customers_figures')
      .on(t.id, t.groupId, t.knownSince, t.firstCountedAt, t.registeredAt, t.homeBranchId, t.sortName)
      .where(sql`${t.mergedIntoId} is null`),
    index('customers_name').on(t.sortName, t.id),
    index('customers_registered').on(t.registeredAt, t.id),
    index('customers_merged_into').on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    index('customers_home_branch').on(t.homeBranchId),
    index('customers_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
)

/**
 * Class D. The branches that a customer belongs to: its home, since -infinity, and each where it has an order of any
 * status, since the first one. Derived (`db/customer-branches.ts`) and kept by whoever writes an order or a home.
 */
export const customerBranches = pgTable(
  'customer_branches',
  {
    customerId: uuid('customer_id').notNull(),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
    knownSince: instant('known_since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.branchId] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    // All that figures by branch read of it, so that they read no row: a quarter of their time at 2 million orders.
    index('customer_branches_figures').on(t.customerId, t.branchId, t.knownSince),
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
    // Few customers ever change their type: who they are is found without reading the others.
    index('customer_group_memberships_ended').on(t.customerId).where(sql`${t.validTo} is not null`),
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
    version: integer().notNull().default(1),
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
    /** The person or key that wrote it. */
    writtenById: uuid('written_by_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)

/**
 * Class D, by the customer that was kept. What a merge moved and filled in, so that it can be undone: orders, vehicles,
 * notes and keys by their ids, and the kept customer's fields that were blank.
 */
export const customerMerges = pgTable(
  'customer_merges',
  {
    customerId: uuid('customer_id').notNull(),
    id: uuid().notNull(),
    mergedCustomerId: uuid('merged_customer_id').notNull(),
    moved: jsonb().$type<MergedRecords>().notNull(),
    mergedById: uuid('merged_by_id'),
    mergedAt: instant('merged_at').notNull().defaultNow(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)

/** What went from one customer to the other; `filled` are the kept customer's fields that were blank. */
export type MergedRecords = { orders: string[]; vehicles: string[]; notes: string[]; filled: Record<string, string> }
