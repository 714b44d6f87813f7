/** The migrated and otherwise empty database that every test database is a copy of. */
export const TEMPLATE = 'migrated_template'

/** The same server and role, another database. */
export function urlOf(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
