import { type SQL, sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { customerGroupMemberships, customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { customerGroups } from '@/db/schema/reference'
import type { Grouping } from './grouping'

const memberships = customerGroupMemberships

const types = sql`
  select ${customerGroups.id} as ref, ${customerGroups.key}, ${customerGroups.name}, ${customerGroups.color},
    ${customerGroups.position}, ${customerGroups.archivedAt} is null as is_kept
  from ${customerGroups}`

const sincePresentType = sql`json_build_object('kind', 'type', 'until', null, 'since', (
  select nullif(${memberships.validFrom}, '-infinity') from ${memberships}
  where ${memberships.customerId} = page.id and ${memberships.validTo} is null limit 1))`

/** By the type that each customer has now, for every period. */
export const byTypeNow: Grouping = {
  overlaps: false,
  groups: types,
  ofPlaced: sql`${customers.groupId}`,
  placement: sincePresentType,
}

/**
 * By the type that the customer had at the order's time. Only those who ever changed it are looked up: everybody else has
 * always had the present one. Who changed it also belongs to the type at the end of the window.
 */
export function byTypeThen({ window }: Frame): Grouping {
  return {
    overlaps: true,
    groups: types,
    before: [
      sql`moved as materialized (
        select ${memberships.customerId}, ${memberships.groupId}, ${memberships.validFrom}, ${memberships.validTo} from ${memberships}
        where ${memberships.customerId} in (
          select ended.customer_id from ${memberships} as ended where ended.valid_to is not null))`,
    ],
    ofOrder: {
      ref: sql`moved.group_id`,
      join: sql`left join moved on moved.customer_id = ${orders.customerId} and ${orders.orderedAt} >= moved.valid_from
        and (moved.valid_to is null or ${orders.orderedAt} < moved.valid_to)`,
      alone: sql`select customer_id from moved`,
    },
    belonging: {
      rows: sql`
        select customer_id, group_id as order_group from moved
        where valid_from < ${window.to}::timestamptz and (valid_to is null or valid_to >= ${window.to}::timestamptz)`,
    },
    ofPlaced: sql`coalesce(parts.order_group, ${customers.groupId})`,
    placement: sql`(
      select json_build_object('kind', 'type', 'since', nullif(${memberships.validFrom}, '-infinity'),
        'until', case when ${memberships.validTo} < ${window.to}::timestamptz then ${memberships.validTo} end)
      from ${memberships}
      where ${memberships.customerId} = page.id and ${memberships.groupId} = page.group_ref
        and ${memberships.validFrom} < ${window.to}::timestamptz
      order by ${memberships.validFrom} desc limit 1)`,
  }
}

/** The orders of the window that count under another type at their time than now: `customers` and `orders`, as JSON. */
export function movedSince(during: SQL): SQL {
  return sql`
    select json_build_object('customers', count(distinct ${orders.customerId}), 'orders', count(*))
    from ${memberships} as earlier
    join ${customers} on ${customers.id} = earlier.customer_id and ${customers.groupId} <> earlier.group_id
    join ${orders} on ${orders.customerId} = earlier.customer_id and ${orders.orderedAt} >= earlier.valid_from
      and ${orders.orderedAt} < earlier.valid_to
    where earlier.valid_to is not null and ${during}`
}
