import { sql } from 'drizzle-orm'

/**
 * Ends a subquery whose columns are read more than once: PostgreSQL would otherwise put what each column is worked out from
 * wherever it is read, and work it out as often.
 */
export const onceForEachRow = sql`offset 0`
