import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import Cursor from 'pg-cursor'
import { z } from 'zod'

const BATCH_ROWS = 1_000
const LONGEST_MS = 15 * 60_000

/** An open statement. `read` gives the next rows, none at the end; `close` gives the connection back, at any time. */
export type OpenRows<Row> = { read(): Promise<Row[]>; close(): Promise<void> }

/** Opens a statement whose rows are read bit by bit, on a connection of its own and from one snapshot. */
export async function openRows<Row>(pool: pg.Pool, statement: SQL, row: z.ZodType<Row>): Promise<OpenRows<Row>> {
  const { sql: text, params: values } = new PgDialect().sqlToQuery(statement)
  const client = await pool.connect()
  // The pool listens to idle connections alone; one lost between two reads would end the process.
  client.on('error', () => {})
  const close = closer(client)
  try {
    await client.query('begin read only')
    await client.query(
      `set local statement_timeout = ${LONGEST_MS}; set local idle_in_transaction_session_timeout = ${LONGEST_MS}`,
    )
    const cursor = client.query(new Cursor<unknown>(text, values))
    return { close, read: async () => z.array(row).parse(await cursor.read(BATCH_ROWS)) }
  } catch (error) {
    await close()
    throw error
  }
}

/** Reads the first rows already, so that what the first one tells is known before a byte is written. */
export async function readAhead<Row>({
  read,
  close,
}: OpenRows<Row>): Promise<OpenRows<Row> & { first: Row | undefined }> {
  try {
    const begin = await read()
    let ahead: Row[] | null = begin
    return {
      first: begin[0],
      close,
      read: async () => {
        const rows = ahead ?? (await read())
        ahead = null
        return rows
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Ends the connection rather than the cursor: the server then drops a running statement, its snapshot and its locks. */
function closer(client: pg.PoolClient): () => Promise<void> {
  let open = true
  return async () => {
    if (open) client.release(true)
    open = false
  }
}
