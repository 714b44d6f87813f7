import { stringify } from 'csv-stringify/sync'
import type pg from 'pg'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import type { OpenRows } from '@/db/queries/open-rows'
import { RequestError } from '@/lib/failure'
import { readableRows } from './readable-rows'

const EXPORTS_AT_ONCE = 2
let running = 0

/** An export as it is opened: its file's name and columns, a row as cells in their order, and what the audit log says of it. */
export type CsvExport<Row> = {
  filename: string
  columns: readonly string[]
  toCells: (row: Row) => (string | number)[]
  rows: OpenRows<Row>
  detail: Record<string, unknown>
}

/**
 * An export as a file: its name and its bytes, made while they are read. It is in the audit log before its first byte.
 * Throws RequestError 503 while two others run, and what `open` throws.
 */
export async function startCsvExport<Row>(
  pool: pg.Pool,
  caller: Caller,
  signal: AbortSignal,
  open: () => Promise<CsvExport<Row>>,
) {
  if (running >= EXPORTS_AT_ONCE)
    throw new RequestError(503, 'busy', 'Two exports are running already. Try again in a minute.')
  running++
  const free = once(() => running--)
  try {
    const opened = await open()
    const close = async () => {
      free()
      await opened.rows.close()
    }
    const { filename, detail } = opened
    await writeAudit(createDatabase(pool), caller, { action: 'export.started', detail }).catch(
      async (error: unknown) => {
        await close()
        throw error
      },
    )
    return { filename, body: await readableRows({ read: csvReader(opened), close, signal }) }
  } catch (error) {
    free()
    throw error
  }
}

/** The answer that a browser saves as a file. */
export function toDownload({ filename, body }: { filename: string; body: ReadableStream<Uint8Array> }): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${filename}"`,
    },
  })
}

/** Parts of the file; null at its end. The first begins with the byte order mark by which spreadsheets know UTF-8. */
function csvReader<Row>({ columns, toCells, rows }: CsvExport<Row>): () => Promise<string | null> {
  let begun = false
  return async () => {
    const read = await rows.read()
    if (begun && read.length === 0) return null
    const lines = read.map(toCells)
    const part = stringify(begun ? lines : [[...columns], ...lines], { record_delimiter: '\r\n' })
    const first = !begun
    begun = true
    return first ? `\uFEFF${part}` : part
  }
}

function once(effect: () => void): () => void {
  let done = false
  return () => {
    if (!done) effect()
    done = true
  }
}
