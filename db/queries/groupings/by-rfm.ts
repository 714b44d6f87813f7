import { sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { nextValues, rfmCte } from '@/db/queries/rfm-scores'
import { RFM_GROUPS } from '@/lib/customer-groups/fixed-groups'
import { fixedGroups, type Grouping } from './grouping'

/** By the segment that the figures of the window give, for the figures of both windows. */
export function byRfm(frame: Frame): Grouping {
  return {
    overlaps: false,
    groups: fixedGroups(RFM_GROUPS),
    ofFigures: { ctes: [rfmCte(frame, sql`figures`)], relation: sql`rfm`, ref: sql`figures.segment` },
    scoring: sql`(select json_build_object('buyers', buyers, 'fixed', fixed) from rfm_cuts)`,
    placement: sql`(select json_build_object('kind', 'rfm', 'segment', page.group_ref, 'recency_days', page.recency_days,
      'orders', page.total_orders, 'revenue_minor', page.revenue_minor, 'r', page.r, 'f', page.f, 'm', page.m,
      'fixed', fixed, 'next', json_build_object('recency_days', next_recency_days, 'orders', next_orders,
        'revenue_minor', next_revenue_minor))
      from (${nextValues(sql`page`)}) as higher)`,
  }
}
