import type pg from 'pg'

/** Tables that are added to and read, and never changed. */
const APPEND_ONLY = ['audit_log']

/**
 * Takes from every role but the owner the right to change what stands in the append-only tables. Default privileges
 * give it with each new table, so this follows each grant and each migration.
 */
export async function keepAppendOnly(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; grantee: string }>(
    `select distinct table_name as name, grantee from information_schema.role_table_grants
     where table_schema = 'public' and table_name = any ($1) and grantee <> current_user
       and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
    [APPEND_ONLY],
  )
  for (const { name, grantee } of rows) {
    const role = grantee === 'PUBLIC' ? 'public' : client.escapeIdentifier(grantee)
    await client.query(`revoke update, delete, truncate on ${client.escapeIdentifier(name)} from ${role}`)
  }
}
