import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import pg from 'pg'
import { z } from 'zod'
import { keepAppendOnly } from '@/db/append-only'
import { readIfThere } from './file-state'

const DATABASE = 'customer_groups'
const ROLES = { admin: 'postgres', owner: 'customer_groups_owner', app: 'customer_groups_app' } as const

const credentialsSchema = z.object({ admin: z.string(), owner: z.string(), app: z.string() })
export type Credentials = z.infer<typeof credentialsSchema>

/** The passwords of the cluster's three roles, made at the first start and kept in a file that only we can read. */
export async function keepCredentials(path: string): Promise<Credentials> {
  const kept = await readIfThere(path)
  if (kept) return credentialsSchema.parse(JSON.parse(kept))
  const [admin, owner, app] = [newPassword(), newPassword(), newPassword()]
  await writeFile(path, JSON.stringify({ admin, owner, app }), { mode: 0o600, flush: true })
  return { admin, owner, app }
}

/** The URL under which a role reaches the cluster. */
export function roleUrl(role: keyof Credentials, credentials: Credentials, port: number, database = DATABASE): string {
  return `postgresql://${ROLES[role]}:${credentials[role]}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** Makes the two roles and the database where they are missing: the owner migrates, the application serves. */
export async function prepareDatabase(credentials: Credentials, port: number): Promise<void> {
  await withClient(roleUrl('admin', credentials, port, 'postgres'), async (client) => {
    for (const [role, rights] of [['owner', 'createdb'] as const, ['app', ''] as const]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ROLES[role]])
      const password = client.escapeLiteral(credentials[role])
      if (!rowCount) await client.query(`create role ${ROLES[role]} login ${rights} password ${password}`)
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE} owner ${ROLES.owner}`)
  })
  await allowApplication(roleUrl('owner', credentials, port), ROLES.app)
}

/**
 * Lets a role read and write every table of this database, those to come included, and change no definition. MAINTAIN
 * is for ANALYZE after an import; servers before 17 do not have it.
 */
export async function allowApplication(ownerUrl: string, role: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const maintain = Number(rows[0]?.server_version_num) >= 170_000 ? ', maintain' : ''
    const rights = `select, insert, update, delete${maintain}`
    const name = client.escapeIdentifier(role)
    await client.query('begin')
    await client.query(`grant ${rights} on all tables in schema public to ${name}`)
    await client.query(`alter default privileges in schema public grant ${rights} on tables to ${name}`)
    await client.query(`alter default privileges in schema public grant usage, select on sequences to ${name}`)
    await keepAppendOnly(client)
    await client.query('commit')
  })
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that is lost between two statements fails the next one; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function newPassword(): string {
  return randomBytes(24).toString('hex')
}
