import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ROLES } from '@/lib/roles'
import { branches } from './reference'

export const role = pgEnum('role', ROLES)

/** better-auth reads and writes these as dates. */
const date = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Class R. People with an account; `all_branches` false means those of `user_branches` alone. */
export const users = pgTable('users', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  role: role().notNull().default('viewer'),
  allBranches: boolean('all_branches').notNull().default(false),
  /** A disabled account keeps its history and can not sign in. */
  disabledAt: date('disabled_at'),
  createdAt: date('created_at').notNull().defaultNow(),
  updatedAt: date('updated_at').notNull().defaultNow(),
})

/** Class R. */
export const userBranches = pgTable(
  'user_branches',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.branchId] })],
)

/** Class L. A session ends with its row; `expires_at` is the idle limit, the absolute one counts from `created_at`. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: date('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: date('created_at').notNull().defaultNow(),
    updatedAt: date('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Class L. How a person proves who they are: here always a password, hashed by argon2id. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: date('access_token_expires_at'),
    refreshTokenExpiresAt: date('refresh_token_expires_at'),
    scope: text(),
    createdAt: date('created_at').notNull().defaultNow(),
    updatedAt: date('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_user').on(t.userId)],
)

/** Class L. Required by better-auth; nothing of ours writes it. */
export const verifications = pgTable('verifications', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: date('expires_at').notNull(),
  createdAt: date('created_at').notNull().defaultNow(),
  updatedAt: date('updated_at').notNull().defaultNow(),
})

/** Class L. Failed sign-ins in the running window, by the hash of a normalised e-mail or of a trusted client address. */
export const signInFailures = pgTable('sign_in_failures', {
  subject: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: instant('window_started_at').notNull(),
})

export const linkKind = pgEnum('link_kind', ['setup', 'invitation', 'password_reset'])

/** Class L. Links that work once; only the hash of the token is kept. */
export const oneTimeLinks = pgTable('one_time_links', {
  id: uuid().primaryKey(),
  kind: linkKind().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  /**
   * Whom an invitation makes (name, email, role, allBranches, branchIds), without name and e-mail once it is accepted;
   * null for the other kinds.
   */
  invitation: jsonb(),
  /** Whose password a reset sets, or whom an accepted invitation has made. */
  userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
  createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** Class L. Keys of programs: the hash alone is kept, `prefix` is what people recognise one by. */
export const apiKeys = pgTable('api_keys', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  prefix: text().notNull(),
  keyHash: text('key_hash').notNull().unique(),
  role: role().notNull(),
  allBranches: boolean('all_branches').notNull(),
  createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at'),
  revokedAt: instant('revoked_at'),
  lastUsedAt: instant('last_used_at'),
})

/** Class L. */
export const apiKeyBranches = pgTable(
  'api_key_branches',
  {
    apiKeyId: uuid('api_key_id')
      .notNull()
      .references(() => apiKeys.id, { onDelete: 'cascade' }),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
  },
  (t) => [primaryKey({ columns: [t.apiKeyId, t.branchId] })],
)

/** Class L. Choices of the groups page that a person keeps for themselves under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The name without regard to case, by which it is told from the person's others. */
    nameKey: text('name_key').notNull(),
    /** The page's query without the moment and the page of the list; as it was when it was saved. */
    query: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.userId, t.nameKey)],
)
