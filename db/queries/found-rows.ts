import { type SQL, sql } from 'drizzle-orm'
import { customers, vehicles } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'
import { foundCustomerSchema } from '@/lib/customers/finding'
import { instant } from './row-values'

/** Somebody who can be found: neither merged into another customer nor erased. */
export const findable = sql<boolean>`${customers.mergedIntoId} is null and ${customers.erasedAt} is null`

/** A found customer as the statement gives it back. */
export const foundRow = foundCustomerSchema.extend({ last_order_at: instant.nullable() })

/** The columns of a found customer; `customers` may be the CTE of `withVisible`. Groups and branches are joined. */
export const foundColumns = sql`
  ${customers.id}, ${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customers.phone},
  ${customers.email}, ${customers.lastCountedAt} as last_order_at,
  json_build_object('key', ${customerGroups.key}, 'name', ${customerGroups.name}, 'color', ${customerGroups.color}) as "group",
  json_build_object('code', ${branches.code}, 'name', ${branches.name}) as home_branch,
  (select coalesce(json_agg(json_build_object('id', ${vehicles.id}, 'plate', ${vehicles.plate}, 'make', ${vehicles.make},
      'model', ${vehicles.model}) order by ${vehicles.createdAt}, ${vehicles.id}), '[]')
    from ${vehicles} where ${vehicles.customerId} = ${customers.id} and ${vehicles.retiredAt} is null) as vehicles`

/** Customers with their groups and home branches, for `foundColumns`. */
export const foundFrom: SQL = sql`
  from ${customers}
  join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
  join ${branches} on ${branches.id} = ${customers.homeBranchId}`

/** Who came last stands first; customers without an order stand last. */
export const latestFirst = sql`${customers.lastCountedAt} desc nulls last, ${customers.sortName}, ${customers.id}`
