import { sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { customers } from '@/db/schema/customers'
import { VISIT_GROUPS } from '@/lib/customer-groups/fixed-groups'
import { fixedGroups, type Grouping } from './grouping'

/**
 * By whether the first counted order ever lies in the window. The figures of the previous window stand under what the
 * customer was then: who was new then and came again is returning now, and is compared with those who were new.
 */
export function byVisit({ window, previous }: Frame): Grouping {
  const now = sql`case when not is_active then 'without_order' when is_new then 'new' else 'returning' end`
  const then =
    previous === null
      ? sql`null::text`
      : sql`case when previous_orders > 0
          then case when first_counted_at >= ${previous.from}::timestamptz then 'new' else 'returning' end end`
  return {
    overlaps: false,
    splits: true,
    groups: fixedGroups(VISIT_GROUPS),
    ofFigures: {
      ctes: [
        sql`visits as (select ${now} as now_ref, ${then} as then_ref, figures.* from figures)`,
        sql`placed as (
          select now_ref as visit_group, true as is_member, coalesce(now_ref = then_ref, false) as is_compared, visits.* from visits
          union all
          select then_ref, false, true, visits.* from visits where then_ref <> now_ref)`,
      ],
      relation: sql`placed`,
      ref: sql`figures.visit_group`,
    },
    placement: sql`json_build_object('kind', 'visit', 'is_active', page.is_active, 'first_order_date', (
      select ${customers.firstCountedAt} from ${customers}
      where ${customers.id} = page.id and ${customers.firstCountedAt} < ${window.to}::timestamptz))`,
  }
}
