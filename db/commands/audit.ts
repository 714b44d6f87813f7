import { v7 as uuidv7 } from 'uuid'
import type { Caller, CameFrom } from '@/db/access'
import type { Database } from '@/db/client'
import { auditLog } from '@/db/schema/audit'
import type { AuditAction } from '@/lib/audit/contract'

/** Who acts: a caller, or a person who becomes one by the very act, such as signing in. */
export type Actor = Pick<Caller, 'kind' | 'id' | 'address' | 'requestId'>

type SubjectKind =
  | 'user'
  | 'api_key'
  | 'invitation'
  | 'session'
  | 'customer'
  | 'group'
  | 'branch'
  | 'import'
  | 'business'

/** `detail` holds ids, counts, roles and filters; never a name, phone, e-mail or token. */
export type AuditEvent = {
  action: AuditAction
  subject?: { kind: SubjectKind; id: string }
  detail?: Record<string, unknown>
}

/** Adds to the audit log, by the transaction of the change that it tells of: both are there, or neither. */
export async function writeAudit(db: Pick<Database, 'insert'>, actor: Actor, event: AuditEvent): Promise<void> {
  const { kind, id, address, requestId } = actor
  await insertEntry(db, { actorKind: kind, actorId: id, address, requestId }, event)
}

/** The same for somebody who is not known, as whoever fails to sign in. */
export async function writeAnonymousAudit(
  db: Pick<Database, 'insert'>,
  { address, requestId }: CameFrom,
  event: AuditEvent,
): Promise<void> {
  await insertEntry(db, { actorKind: 'unknown', actorId: null, address, requestId }, event)
}

type By = Pick<typeof auditLog.$inferInsert, 'actorKind' | 'actorId' | 'address' | 'requestId'>

async function insertEntry(db: Pick<Database, 'insert'>, by: By, { action, subject, detail = {} }: AuditEvent) {
  await db
    .insert(auditLog)
    .values({ id: uuidv7(), ...by, action, subjectKind: subject?.kind, subjectId: subject?.id, detail })
}
