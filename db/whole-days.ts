import { type SQL, sql } from 'drizzle-orm'

/**
 * Whole days from one instant to a later one. The interval between two instants counts days of 24 hours, whatever clocks
 * do between them.
 */
export function wholeDays(from: SQL, to: SQL): SQL<number | null> {
  return sql<number | null>`date_part('day', ${to} - ${from})::int`
}
