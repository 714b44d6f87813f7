import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Changes one row as no request can, by the application's own role, in the embedded database of a DATA_DIR. */
export async function changeRow(dataDir: string, statement: string, values: string[] = []): Promise<void> {
  const pointer = join(dataDir, 'location')
  const home = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : join(dataDir, 'postgresql')
  const [, , , port] = (await readFile(join(home, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const { app } = JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8'))
  const client = new pg.Client(`postgresql://customer_groups_app:${app}@127.0.0.1:${port}/customer_groups`)
  await client.connect()
  const { rowCount } = await client.query(statement, values)
  await client.end()
  if (rowCount !== 1) throw new Error(`${rowCount} rows were changed: ${statement}`)
}
