import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

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
