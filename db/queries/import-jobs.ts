import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { importJobs, importParts } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'
import { type PastImport, pastImportSchema } from '@/lib/imports/history'
import { FILE_PARTS, type ImportJob, type ImportPart, importJobSchema, previewSchema } from '@/lib/imports/job'

/** @throws RequestError 403 for a caller who may not import, or is limited to branches. */
export function assertImports(caller: Caller): void {
  assertMay(caller, 'import')
  assertAllBranches(caller)
}

/**
 * An import in the browser, with what its files hold while it waits.
 * @throws RequestError 404 `not_found`, and as `assertImports`.
 */
export async function getImportJob(db: Database, caller: Caller, id: string): Promise<ImportJob> {
  assertImports(caller)
  const [job] = z.uuid().safeParse(id).success ? await db.select().from(importJobs).where(eq(importJobs.id, id)) : []
  if (!job) throw new RequestError(404, 'not_found', 'There is no such import.')
  const parts = await db
    .select({ part: importParts.part, details: importParts.details })
    .from(importParts)
    .where(and(eq(importParts.jobId, id), inArray(importParts.part, [...FILE_PARTS])))
  const preview = await readImportPart(db, id, 'preview')
  return importJobSchema.parse({
    ...job,
    by: await nameOf(db, job.actorId),
    created_at: new Date(job.createdAt).toISOString(),
    touched_at: new Date(job.touchedAt).toISOString(),
    details: Object.fromEntries(parts.map(({ part, details }) => [part, details])),
    error_count: job.errorCount,
    preview: preview && previewSchema.parse(JSON.parse(preview.toString())),
  })
}

/** The bytes of a part of an import, or null where it has none. Who may see it was asked before. */
export async function readImportPart(db: Database, jobId: string, part: ImportPart): Promise<Buffer | null> {
  const [found] = await db
    .select({ content: importParts.content })
    .from(importParts)
    .where(and(eq(importParts.jobId, jobId), eq(importParts.part, part)))
  return found?.content ?? null
}

async function nameOf(db: Database, actorId: string | null): Promise<string | null> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from users where id = ${actorId}::uuid
    union all select name from api_keys where id = ${actorId}::uuid`)
  return rows[0]?.name ?? null
}

/** The latest imports, of the browser, the command line and programs, the newest first. Throws as `assertImports`. */
export async function listImports(db: Database, caller: Caller, most = 50): Promise<PastImport[]> {
  assertImports(caller)
  const { rows } = await db.execute(sql`
    select j.id, j.state, j.created_at as at, j.counts, j.error_count, u.name as by, 'browser' as "from",
      (select json_agg(f->>'name') from jsonb_array_elements(j.files) f) as files
    from import_jobs j
    left join users u on u.id = j.actor_id
    union all
    select i.id, 'applied', i.applied_at, i.counts, 0, coalesce(u.name, k.name),
      case a.actor_kind when 'shell' then 'command' else 'program' end,
      to_json(array_remove(array[regexp_replace(i.customers_file, '^.*/', ''), regexp_replace(i.orders_file, '^.*/', '')], null))
    from imports i
    left join audit_log a on a.subject_kind = 'import' and a.subject_id = i.id
    left join users u on u.id = a.actor_id
    left join api_keys k on k.id = a.actor_id
    where not exists (select from import_jobs j where j.import_id = i.id)
    order by at desc, id desc
    limit ${most}`)
  return z.array(pastImportSchema).parse(rows)
}
