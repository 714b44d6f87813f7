import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { type AuditEntry, auditEntrySchema } from '@/lib/audit/contract'
import { AUDIT_PAGE_SIZE, type AuditParams } from '@/lib/audit/params'
import { onDays } from './local-days'
import { instant } from './row-values'

const entryRow = z.object({ ...auditEntrySchema.shape, at: instant })

/** A page of the audit log, latest first; `next` is what to ask `before` for the page after it, null on the last. */
export type AuditPage = { entries: AuditEntry[]; next: string | null }

/** The audit log as it is filtered. Throws RequestError 403 for a caller who may not administer every branch. */
export async function readAuditLog(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  params: AuditParams,
): Promise<AuditPage> {
  assertMay(caller, 'administer')
  assertAllBranches(caller)
  const { rows } = await db.execute(sql`
    select l.id, l.at, l.actor_kind, l.actor_id, coalesce(au.name, ak.name) as actor_name, l.action,
      l.subject_kind, l.subject_id, coalesce(su.name, sk.name, lu.name, sg.name, sb.name, sl.invitation ->> 'name') as subject_name,
      l.detail, l.address
    from audit_log l
      left join users au on au.id = l.actor_id
      left join api_keys ak on ak.id = l.actor_id
      left join users su on su.id = l.subject_id
      left join api_keys sk on sk.id = l.subject_id
      left join one_time_links sl on sl.id = l.subject_id
      left join users lu on lu.id = sl.user_id
      left join customer_groups sg on sg.id = l.subject_id
      left join branches sb on sb.id = l.subject_id
    where ${sql.join(conditionsOf(params), sql` and `)}
    order by l.at desc, l.id desc
    limit ${AUDIT_PAGE_SIZE + 1}`)
  const entries = z.array(entryRow).parse(rows)
  const shown = entries.slice(0, AUDIT_PAGE_SIZE)
  return { entries: shown, next: entries.length > shown.length ? (shown.at(-1)?.id ?? null) : null }
}

function conditionsOf({ action, actor, from, to, before }: AuditParams): SQL[] {
  const conditions = [onDays(sql`l.at`, { from, to }, sql`(select time_zone from business)`)]
  if (action) conditions.push(sql`l.action = ${action}`)
  if (actor)
    conditions.push(
      actor === 'shell' || actor === 'unknown' ? sql`l.actor_kind = ${actor}` : sql`l.actor_id = ${actor}`,
    )
  if (before) conditions.push(sql`(l.at, l.id) < (select at, id from audit_log where id = ${before})`)
  return conditions
}
