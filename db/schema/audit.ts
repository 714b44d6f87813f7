import { index, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { ACTOR_KINDS } from '@/lib/audit/contract'

export const actorKind = pgEnum('actor_kind', ACTOR_KINDS)

/** Class L. Who did what, when, from where. The application's role may add and read; no one changes or deletes. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    actorKind: actorKind('actor_kind').notNull(),
    /** The person's or key's id; null for the shell and for somebody unknown. */
    actorId: uuid('actor_id'),
    action: text().notNull(),
    /** What it was done to, as `user`, `api_key`, `customer`, `import`; null where the action says it all. */
    subjectKind: text('subject_kind'),
    subjectId: uuid('subject_id'),
    /** Ids, counts, roles and filters; never a name, phone, e-mail or token. */
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The address that the request came from; null for the shell. */
    address: text(),
    requestId: uuid('request_id'),
  },
  (t) => [index('audit_log_at').on(t.at, t.id)],
)
