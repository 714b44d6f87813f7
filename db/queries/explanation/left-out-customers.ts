import { type SQL, sql } from 'drizzle-orm'
import { BRIDGE_AMOUNTS } from '@/db/queries/bridge-changes'
import { isAmongBest } from '@/db/queries/group-spread'
import type { CUSTOMER_REASONS } from '@/lib/customer-groups/explanation/contract'
import {
  type ExplainedFigure,
  isHiddenBy,
  isSumOfCustomers,
  topPercentOf,
} from '@/lib/customer-groups/explanation/figures'
import type { Activity } from '@/lib/definitions'
import type { AskedFigure } from './asked-figure'

/** Why a customer is not in the figure, and when it is so. */
type Exception = { reason: (typeof CUSTOMER_REASONS)[number]; when: SQL }

const cameBefore = sql`coalesce(previous_orders, 0) > 0`

const NOT_ACTIVE: Exception[] = [
  { reason: 'only_cancelled', when: sql`not is_active and cancelled_orders > 0` },
  { reason: 'not_back', when: sql`not is_active and ${cameBefore}` },
  { reason: 'without_order', when: sql`not is_active` },
]

/** Whom the activity filter does not select: the counterpart of `selects` in `members.ts`. */
const NOT_SELECTED: Record<Activity, Exception[]> = {
  active: NOT_ACTIVE,
  inactive: [{ reason: 'active', when: sql`is_active` }],
  all: [],
  not_back: [
    { reason: 'active', when: sql`is_active` },
    { reason: 'without_order', when: sql`not ${cameBefore}` },
  ],
}

/** The exceptions in the order in which the first that applies is the reason. */
export function exceptions(asked: AskedFigure): Exception[] {
  const { params, place, part, isPrevious } = asked
  const { figure, activity } = params
  if (place === 'bridge') return notInBridge(asked)
  if (isPrevious) return [{ reason: 'without_order', when: sql`not ${cameBefore}` }]
  if (part) return [...notInPart(), ...ofVisit(figure, sql`came_in_part.is_new`)]
  const notListed: Exception[] =
    place === 'list' ? [{ reason: 'not_listed', when: sql`people.id not in (select id from matches)` }] : []
  const percent = topPercentOf(figure)
  if (percent !== null)
    return [...NOT_SELECTED[activity], ...NOT_ACTIVE, { reason: 'not_best', when: sql`not ${isAmongBest(percent)}` }]
  switch (figure) {
    case 'registered_count':
      return []
    case 'active_count':
      return NOT_ACTIVE
    case 'new_customers':
    case 'returning_customers':
      return isHiddenBy(activity, figure)
        ? [{ reason: 'activity', when: sql`true` }]
        : [...NOT_ACTIVE, ...ofVisit(figure, sql`people.is_new`)]
    case 'visits_change':
    case 'value_change':
      return [{ reason: 'not_both', when: sql`not (is_active and ${cameBefore})` }, ...notListed]
    default:
      return [...NOT_SELECTED[activity], ...notListed]
  }
}

/** Who came in another way than those whose amount it is. */
function notInBridge(asked: AskedFigure): Exception[] {
  const { whose } = bridgeAmount(asked)
  const other = (reason: Exception['reason'], visit: string) => ({
    reason,
    when: sql`(${whose}) is not true and visit = ${visit}::text`,
  })
  return [
    { reason: 'only_cancelled', when: sql`visit is null` },
    other('not_back', 'stopped'),
    ...(['new', 'resurrected', 'continued'] as const).map((visit) => other(visit, visit)),
  ]
}

function notInPart(): Exception[] {
  const isAway = sql`came_in_part.customer_id is null`
  return [
    { reason: 'other_part', when: sql`${isAway} and is_active` },
    ...NOT_ACTIVE.map(({ reason, when }) => ({ reason, when: sql`${isAway} and ${when}` })),
  ]
}

function ofVisit(figure: ExplainedFigure, isNew: SQL): Exception[] {
  if (figure === 'new_customers') return [{ reason: 'returning', when: sql`not ${isNew}` }]
  return figure === 'returning_customers' ? [{ reason: 'new', when: isNew }] : []
}

/** The amount of the bridge that a figure of it is. */
export function bridgeAmount({ params: { figure }, isPrevious }: AskedFigure) {
  if (isSumOfCustomers(figure)) return BRIDGE_AMOUNTS[figure]
  return BRIDGE_AMOUNTS[isPrevious ? 'previous_revenue' : 'revenue']
}
