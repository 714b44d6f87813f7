import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/** Class R: small, the same everywhere. */
export const branches = pgTable('branches', {
  id: uuid().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  position: integer().notNull(),
  archivedAt: timestamp('archived_at', { withTimezone: true, mode: 'string' }),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})

/** Class R. The customer types: rows, not code; `key` never changes, the name may. */
export const customerGroups = pgTable('customer_groups', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  name: text().notNull(),
  position: integer().notNull(),
  /** The number of its colour, from 1: `lib/group-colors.ts` has them. */
  color: integer().notNull().default(1),
  requiresOrganization: boolean('requires_organization').notNull().default(false),
  archivedAt: timestamp('archived_at', { withTimezone: true, mode: 'string' }),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})

/**
 * Class R. After how many days without an order a customer is at risk, lapsed and dormant: of one group, or of the whole
 * business where `group_id` is null. A group without a row is judged as the business, a business without one by defaults.
 */
export const recencyBands = pgTable(
  'recency_bands',
  {
    id: uuid().primaryKey(),
    groupId: uuid('group_id').references(() => customerGroups.id),
    atRiskAfterDays: integer('at_risk_after_days').notNull(),
    lapsedAfterDays: integer('lapsed_after_days').notNull(),
    dormantAfterDays: integer('dormant_after_days').notNull(),
    /** Whether "at risk" begins by each customer's own rhythm of visits. */
    ownRhythm: boolean('own_rhythm').notNull(),
  },
  (t) => [
    unique('recency_bands_group').on(t.groupId).nullsNotDistinct(),
    check(
      'recency_bands_order',
      sql`0 < ${t.atRiskAfterDays} and ${t.atRiskAfterDays} < ${t.lapsedAfterDays} and ${t.lapsedAfterDays} < ${t.dormantAfterDays}`,
    ),
  ],
)
