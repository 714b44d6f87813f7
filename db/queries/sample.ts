import type { Database } from '@/db/client'
import { vehicles } from '@/db/schema/customers'

/** Whether the sample workshop is loaded to its end: its vehicles come last, all in one transaction. */
export async function isSampleComplete(db: Database): Promise<boolean> {
  return (await db.select({ id: vehicles.id }).from(vehicles).limit(1)).length > 0
}
