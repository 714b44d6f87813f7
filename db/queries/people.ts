import { type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import type { OpenInvitation, Person } from '@/lib/accounts/people'
import { instant } from './row-values'
import { branchesOf, coveredBy, instantOrNull, shownAccess } from './shown-access'

const personRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  ...shownAccess,
  createdAt: instant,
  disabledAt: instantOrNull,
  lastSeenAt: instantOrNull,
})

const invitationRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  ...shownAccess,
  createdAt: instant,
  expiresAt: instant,
})

/** Whether anybody has an account. */
export async function hasPeople(db: Pick<Database, 'execute'>): Promise<boolean> {
  const { rows } = await db.execute<{ some: boolean }>(sql`select exists (select from users) as some`)
  return rows[0]?.some ?? false
}

/**
 * Everybody with an account whom the caller's branches cover, and the caller, by name.
 * @throws RequestError 403 for a caller who may not administer.
 */
export async function listPeople(db: Pick<Database, 'execute'>, caller: Caller): Promise<Person[]> {
  assertMay(caller, 'administer')
  return readPeople(db, shownTo(caller))
}

/** One of those, or null. Throws as `listPeople`. */
export async function findPerson(db: Pick<Database, 'execute'>, caller: Caller, id: string): Promise<Person | null> {
  assertMay(caller, 'administer')
  return isUuid(id) ? ((await readPeople(db, sql`u.id = ${id} and ${shownTo(caller)}`))[0] ?? null) : null
}

/** The caller's own account; null for keys and the shell. */
export async function findOwnAccount(db: Pick<Database, 'execute'>, caller: Caller): Promise<Person | null> {
  return caller.kind === 'person' ? ((await readPeople(db, sql`u.id = ${caller.id}`))[0] ?? null) : null
}

/**
 * Invitations that can still be accepted, or have expired and were not replaced, as far as the caller's branches cover
 * them, latest first. Throws as `listPeople`.
 */
export async function listInvitations(db: Pick<Database, 'execute'>, caller: Caller): Promise<OpenInvitation[]> {
  assertMay(caller, 'administer')
  const invited = sql`(select value::uuid from jsonb_array_elements_text(l.invitation -> 'branchIds'))`
  const { rows } = await db.execute(sql`
    select l.id, l.invitation ->> 'name' as name, l.invitation ->> 'email' as email, l.invitation ->> 'role' as role,
      (l.invitation ->> 'allBranches')::boolean as "allBranches", ${branchesOf(invited)} as branches,
      l.created_at as "createdAt", l.expires_at as "expiresAt"
    from one_time_links l
    where l.kind = 'invitation' and l.used_at is null
      and ${coveredBy(caller.scope, sql`(l.invitation ->> 'allBranches')::boolean`, invited)}
    order by l.created_at desc, l.id`)
  return z.array(invitationRow).parse(rows)
}

const theirs = sql`(select ub.branch_id from user_branches ub where ub.user_id = u.id)`

function shownTo({ scope, id }: Caller): SQL {
  return sql`(u.id = ${id} or ${coveredBy(scope, sql`u.all_branches`, theirs)})`
}

async function readPeople(db: Pick<Database, 'execute'>, which: SQL): Promise<Person[]> {
  const { rows } = await db.execute(sql`
    select u.id, u.name, u.email, u.role, u.all_branches as "allBranches", ${branchesOf(theirs)} as branches,
      u.created_at as "createdAt", u.disabled_at as "disabledAt",
      (select max(s.updated_at) from sessions s where s.user_id = u.id and s.expires_at > now()) as "lastSeenAt"
    from users u where ${which}
    order by lower(u.name), u.id`)
  return z.array(personRow).parse(rows)
}
