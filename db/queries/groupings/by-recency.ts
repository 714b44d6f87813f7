import { sql } from 'drizzle-orm'
import type { Frame } from '@/db/queries/frame'
import { bandedBy, recencyColumns, recencyCtes } from '@/db/queries/recency-bands'
import { RECENCY_GROUPS } from '@/lib/customer-groups/fixed-groups'
import { fixedGroups, type Grouping } from './grouping'

/** By how long ago the last counted order is at the end of the window, for the figures of both windows. */
export function byRecency(frame: Frame): Grouping {
  return {
    overlaps: false,
    groups: fixedGroups(RECENCY_GROUPS),
    before: recencyCtes(frame),
    ofFigures: {
      columns: recencyColumns(frame),
      ctes: [],
      relation: sql`(${bandedBy(frame, sql`figures`)})`,
      ref: sql`figures.band`,
    },
    placement: sql`json_build_object('kind', 'recency', 'band', page.group_ref, 'last_counted_at', page.last_order_before,
      'days_since_last_order', page.days_since_last_order, 'at_risk_after_days', page.at_risk_after_days,
      'lapsed_after_days', page.lapsed_after_days, 'dormant_after_days', page.dormant_after_days,
      'rhythm', case when page.gaps is not null then json_build_object('gaps', page.gaps,
        'median_gap_days', page.own_median_gap_days, 'group_median_gap_days', page.group_median_gap_days,
        'expected_gap_days', page.expected_gap_days) end)`,
  }
}
