import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Check } from '@/lib/agreement/contract'
import { readRecordChecks } from './record-check'

/** Each customer is in one group at a time, and at present in the one that it is shown in. */
export function membershipChecks(db: Database): Promise<Check[]> {
  return readRecordChecks(db, [
    {
      key: 'membership-present',
      title: 'Each customer has one present membership, in its group',
      left: 'customers',
      right: 'with that one membership',
      judges: sql`
        select c.id as customer_id, count(m.id) = 1 and coalesce(bool_and(m.group_id = c.group_id), false) as is_right
        from customers c
        left join customer_group_memberships m on m.customer_id = c.id and m.valid_to is null
        group by c.id`,
    },
    {
      key: 'membership-overlap',
      title: 'No customer is in two groups at once',
      left: 'memberships',
      right: 'beginning when no other holds',
      judges: sql`
        select customer_id, valid_from <= ends and valid_from >= coalesce(ended, '-infinity') as is_right
        from (
          select customer_id, valid_from, coalesce(valid_to, 'infinity') as ends,
            lag(coalesce(valid_to, 'infinity')) over (partition by customer_id order by valid_from, valid_to) as ended
          from customer_group_memberships
        ) as memberships`,
    },
  ])
}
