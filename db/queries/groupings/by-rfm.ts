import { sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { rfmCte } from '@/db/queries/rfm-scores'
import { RFM_GROUPS } from '@/lib/customer-groups/fixed-groups'
import { fixedGroups, type Grouping } from './grouping'

/** By the segment that the figures of the window give, for the figures of both windows. */
export function byRfm(frame: Frame): Grouping {
  return {
    overlaps: false,
    groups: fixedGroups(RFM_GROUPS),
    after: { ctes: [rfmCte(frame, sql`figures`)], relation: sql`figures` },
    ofCustomer: {
      ref: sql`rfm.segment`,
      join: sql`join rfm on rfm.customer_id = figures.id`,
      reasons: sql`rfm.recency_days, rfm.r, rfm.f, rfm.m, rfm.fixed, rfm.next_recency_days, rfm.next_orders,
        rfm.next_revenue_minor`,
    },
    scoring: sql`(select json_build_object('buyers', buyers, 'fixed', fixed) from rfm_cuts)`,
    placement: sql`json_build_object('kind', 'rfm', 'segment', page.group_ref, 'recency_days', page.recency_days,
      'orders', page.total_orders, 'revenue_minor', page.revenue_minor, 'r', page.r, 'f', page.f, 'm', page.m,
      'fixed', page.fixed, 'next', json_build_object('recency_days', page.next_recency_days, 'orders', page.next_orders,
        'revenue_minor', page.next_revenue_minor))`,
  }
}
