import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { customers, vehicles } from '@/db/schema/customers'
import { type Vehicle, vehicleSchema } from '@/lib/customers/contract'
import { instant } from './row-values'
import { visibleBranchIds, withVisibleAmong } from './visible-records'

const rowSchema = z.array(vehicleSchema.extend({ retired_at: instant.nullable() }))

/** The vehicles of a customer in the order in which they were entered; none of one that the caller may not see. */
export async function listVehicles(
  db: Pick<Database, 'execute'>,
  scope: Scope,
  customerId: string,
): Promise<Vehicle[]> {
  const visible = visibleBranchIds(scope)
  const { rows } = await db.execute(sql`
    ${withVisibleAmong(visible, sql`select ${customerId}::uuid as id`, [])}
    select ${vehicles.id}, ${vehicles.plate}, ${vehicles.make}, ${vehicles.model}, ${vehicles.year},
      ${vehicles.retiredAt}, ${vehicles.version}
    from ${vehicles} join ${customers} on ${customers.id} = ${vehicles.customerId}
    where ${customers.id} = ${customerId}
    order by ${vehicles.createdAt}, ${vehicles.id}`)
  return rowSchema.parse(rows)
}
