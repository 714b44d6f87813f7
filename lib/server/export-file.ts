import type pg from 'pg'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { RequestError } from '@/lib/failure'
import { readableRows } from './readable-rows'

const EXPORTS_AT_ONCE = 2
let running = 0

/** The bytes of a file, made while they are read: `read` gives the next part, null at the end; `close` ends it at any time. */
export type FileParts = { read(): Promise<string | Uint8Array | null>; close(): Promise<void> }

/** An export as it is opened: what its answer says of it, its parts, and what the audit log says of it. */
export type ExportFile = FileParts & {
  filename: string
  contentType: string
  headers?: Record<string, string>
  detail: Record<string, unknown>
}

/**
 * An export as a file: its name and its bytes, made while they are read. It is in the audit log before its first byte.
 * Throws RequestError 503 while two others run, and what `open` throws.
 */
export async function startExport(
  pool: pg.Pool,
  caller: Caller,
  signal: AbortSignal,
  open: () => Promise<ExportFile>,
): Promise<Download> {
  if (running >= EXPORTS_AT_ONCE)
    throw new RequestError(503, 'busy', 'Two exports are running already. Try again in a minute.')
  running++
  const free = once(() => running--)
  try {
    const { read, detail, ...file } = await open()
    const close = async () => {
      free()
      await file.close()
    }
    await writeAudit(createDatabase(pool), caller, { action: 'export.started', detail }).catch(
      async (error: unknown) => {
        await close()
        throw error
      },
    )
    return { ...file, body: await readableRows({ read, close, signal }) }
  } catch (error) {
    free()
    throw error
  }
}

type Download = Pick<ExportFile, 'filename' | 'contentType' | 'headers'> & { body: ReadableStream<Uint8Array> }

/** The answer that a browser saves as a file. */
export function toDownload({ filename, contentType, headers, body }: Download): Response {
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${filename}"`,
    },
  })
}

function once(effect: () => void): () => void {
  let done = false
  return () => {
    if (!done) effect()
    done = true
  }
}
