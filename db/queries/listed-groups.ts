import { asc, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'

/** A group as lists can be filtered by it. */
export type ListedGroup = { key: string; name: string }

/** The groups that lists can be filtered by, in their order: an archived one while customers are in it. */
export async function listGroups(db: Pick<Database, 'select'>): Promise<ListedGroup[]> {
  const inUse = sql`exists (select from ${customers} where ${customers.groupId} = ${customerGroups.id})`
  return db
    .select({ key: customerGroups.key, name: customerGroups.name })
    .from(customerGroups)
    .where(or(isNull(customerGroups.archivedAt), inUse))
    .orderBy(asc(customerGroups.position), asc(customerGroups.key))
}
