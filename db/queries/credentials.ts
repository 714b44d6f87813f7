import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** What a password is checked against, and whose it is. */
export type Credential = { userId: string; name: string; email: string; passwordHash: string }

/** The password hash of an account, disabled or not, by its e-mail in lower case; null where there is none. */
export async function findCredential(db: Pick<Database, 'execute'>, email: string): Promise<Credential | null> {
  return readCredential(db, sql`u.email = ${email}`)
}

/** The same by the person's id. */
export async function findCredentialOf(db: Pick<Database, 'execute'>, userId: string): Promise<Credential | null> {
  return readCredential(db, sql`u.id = ${userId}`)
}

async function readCredential(db: Pick<Database, 'execute'>, who: ReturnType<typeof sql>): Promise<Credential | null> {
  const { rows } = await db.execute<Credential>(sql`
    select u.id as "userId", u.name, u.email, a.password as "passwordHash"
    from users u join accounts a on a.user_id = u.id and a.provider_id = 'credential'
    where ${who} and a.password is not null`)
  return rows[0] ?? null
}
