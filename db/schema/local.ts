import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  FileDetails,
  ImportChoices,
  ImportJobFiles,
  ImportJobProgress,
  ImportJobState,
  ImportPart,
} from '@/lib/imports/job'
import type { FileKind, FileMapping } from '@/lib/imports/mapping'

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

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Class L. Each applied import, with what it did. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  customersFile: text('customers_file'),
  ordersFile: text('orders_file'),
  counts: jsonb().$type<Record<string, number>>().notNull(),
  appliedAt: instant('applied_at').notNull().defaultNow(),
})

/**
 * Class L. An import that somebody makes in the browser, from its first file to its end. It keeps names of files and counts;
 * what the files hold is in `import_parts` and goes with the end.
 */
export const importJobs = pgTable(
  'import_jobs',
  {
    id: uuid().primaryKey(),
    /** The person or key that makes it. */
    actorId: uuid('actor_id'),
    state: text().$type<ImportJobState>().notNull(),
    files: jsonb().$type<ImportJobFiles>().notNull(),
    /** How each file is read, as it was chosen for the last preview. */
    choices: jsonb().$type<ImportChoices>(),
    progress: jsonb().$type<ImportJobProgress>(),
    /** Why the last step came to nothing: a sentence. */
    failure: text(),
    errorCount: integer('error_count').notNull().default(0),
    counts: jsonb().$type<Record<string, number>>(),
    /** The entry in `imports`, once it is applied. */
    importId: uuid('import_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Moves on with each step, and while work goes on every few seconds. */
    touchedAt: instant('touched_at').notNull().defaultNow(),
  },
  (t) => [index('import_jobs_at').on(t.createdAt)],
)

/** Class L. What the files of a waiting import hold, its preview and its bad rows. */
export const importParts = pgTable(
  'import_parts',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => importJobs.id, { onDelete: 'cascade' }),
    part: text().$type<ImportPart>().notNull(),
    content: bytes().notNull(),
    /** Of a file: what was found in it. */
    details: jsonb().$type<FileDetails>(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.part] })],
)

/** Class L. How files of one shape were read the last time; the shape is a hash of their header line. */
export const importShapes = pgTable(
  'import_shapes',
  {
    kind: text().$type<FileKind>().notNull(),
    shape: text().notNull(),
    mapping: jsonb().$type<FileMapping>().notNull(),
    usedAt: instant('used_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.shape] })],
)
