import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importShapes } from '@/db/schema/local'
import type { FileKind, FileMapping } from '@/lib/imports/mapping'

/** Remembers how a file of a shape was read. */
export async function rememberShape(db: Database, kind: FileKind, shape: string, mapping: FileMapping): Promise<void> {
  await db
    .insert(importShapes)
    .values({ kind, shape, mapping })
    .onConflictDoUpdate({ target: [importShapes.kind, importShapes.shape], set: { mapping, usedAt: sql`now()` } })
}

/** How a file of a shape was read the last time, or null. */
export async function recallShape(
  db: Database,
  shape: string,
  kind?: FileKind,
): Promise<{ kind: FileKind; mapping: FileMapping } | null> {
  const [found] = await db
    .select({ kind: importShapes.kind, mapping: importShapes.mapping })
    .from(importShapes)
    .where(and(eq(importShapes.shape, shape), kind && eq(importShapes.kind, kind)))
    .orderBy(desc(importShapes.usedAt))
    .limit(1)
  return found ?? null
}
