import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { sessions, users } from '@/db/schema/accounts'

const PERSON = { name: 'Benchmark', email: 'benchmark@example.invalid', role: 'viewer', allBranches: true } as const
const HOUR_MS = 3_600_000

/** Opens a session of somebody who sees every branch, made at the first time; returns its token. */
export async function openBenchSession(db: NodePgDatabase): Promise<string> {
  await db
    .insert(users)
    .values({ ...PERSON, id: uuidv7() })
    .onConflictDoNothing()
  const [person] = await db.select({ id: users.id }).from(users).where(eq(users.email, PERSON.email))
  if (!person) throw new Error('the benchmark has nobody who asks')
  const token = randomBytes(24).toString('base64url')
  await db
    .insert(sessions)
    .values({ id: uuidv7(), userId: person.id, token, expiresAt: new Date(Date.now() + HOUR_MS) })
  return token
}
