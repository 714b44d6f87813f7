import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyValue = string | number | boolean | null

const BATCH_CHARACTERS = 65_536
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Streams rows into a table by COPY; values come in the order of its columns. What `rows` throws ends the COPY. */
export async function copyRows(client: pg.ClientBase, table: string, rows: AsyncIterable<CopyValue[]>): Promise<void> {
  const statement = copyFrom(`copy ${table} from stdin`)
  await pipeline(Readable.from(inBatches(rows), { objectMode: false }), client.query(statement))
}

/** Rows in the text format of COPY, gathered so that each write is worth its cost. */
async function* inBatches(rows: AsyncIterable<CopyValue[]>): AsyncGenerator<string> {
  let batch = ''
  for await (const row of rows) {
    batch += `${row.map(encode).join('\t')}\n`
    if (batch.length < BATCH_CHARACTERS) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N'
  return String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}
