import type { BridgeAnswer, BridgeSteps } from '@/lib/customer-groups/bridge'
import type { GroupDetails, GroupsAnswer } from '@/lib/customer-groups/contract'
import { EXPLAINED_FIGURES, type ExplainedFigure, topShare } from '@/lib/customer-groups/explanation/figures'
import type { ExplanationParams } from '@/lib/customer-groups/explanation/params'
import { partName } from '@/lib/customer-groups/explanation/params'
import type { SeriesAnswer } from '@/lib/customer-groups/series'
import { valueChange } from '@/lib/customer-groups/value-change'

/** A figure of an answer as the page shows it, and the address of its explanation. */
export type ShownFigure = {
  value: number | null
  /** Of a change: what it is a change of. */
  compared?: { current: number; previous: number }
  /** Of how many customers it is said to be, where that is said. */
  customers?: number
  address: Partial<ExplanationParams> & { figure: ExplainedFigure }
}
type Where = Partial<ExplanationParams>

/** What the answers call a figure differently in places. */
const OTHER_NAMES: Record<string, ExplainedFigure> = {
  customers: 'customer_count',
  orders: 'total_orders',
  revenue: 'total_revenue',
  active_customers: 'active_count',
  previous_orders: 'total_orders',
  previous_revenue: 'total_revenue',
}

/**
 * Every number among the fields of an answer. Its fields are gone through as they are, so that one that is added to a
 * contract has an explanation, or this throws.
 */
function numbersOf(fields: object, where: Where): ShownFigure[] {
  return Object.entries(fields).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value !== 'number' && (value !== null || !(field in OTHER_NAMES || isFigure(field)))) return []
    const figure = OTHER_NAMES[field] ?? field
    if (!isFigure(figure)) throw new Error(`${field} has no explanation`)
    const at = field.startsWith('previous_') ? ('previous' as const) : (where.at ?? 'period')
    return [{ value, address: { ...where, at, figure } }]
  })
}

const isFigure = (name: string): name is ExplainedFigure => EXPLAINED_FIGURES.some((figure) => figure === name)

/** Each figure that is compared: what it was, and how much it changed. */
function comparedOf(current: object, previous: object | null, where: Where): ShownFigure[] {
  if (previous === null) return []
  const now = numbersOf(current, where)
  return numbersOf(previous, { ...where, at: 'previous' }).flatMap((before) => {
    const figure = before.address.figure
    const compared = {
      current: now.find(({ address }) => address.figure === figure)?.value ?? 0,
      previous: before.value ?? 0,
    }
    // In hundredths: of two amounts of many digits that hardly differ, a difference of quotients would be mostly rounding.
    const difference = (Math.round(compared.current * 100) - Math.round(compared.previous * 100)) / 100
    const change = compared.previous === 0 ? null : difference / compared.previous
    return [before, { value: change, compared, address: { ...before.address, at: 'change' as const } }]
  })
}

/** The overview, which is about all groups together. */
export function totalsShown({ totals }: GroupsAnswer): ShownFigure[] {
  const { previous, ...current } = totals
  const where = { group: 'all' }
  const named = previous && { active_count: previous.customers, orders: previous.orders, revenue: previous.revenue }
  return [...numbersOf(current, where), ...comparedOf(current, named, where)]
}

/** A group's card and panel; the colour is no figure. */
export function groupShown({ stats, spread }: Pick<GroupDetails, 'stats' | 'spread'>, group: string): ShownFigure[] {
  const { color: _, previous, ...current } = stats
  const where = { group }
  const { top, ...medians } = spread
  const share = shareIn(stats)
  const best = top.map(({ percent, revenue }) => ({
    value: share(revenue),
    address: { ...where, figure: topShare(percent) },
  }))
  const first = stats.top_customers
    .slice(0, 1)
    .flatMap(({ id, total_orders, revenue }) =>
      numbersOf({ total_orders, revenue, revenue_share: share(revenue) }, { group, customer: id }),
    )
  const own = numbersOf({ ...current, ...medians }, where)
  return [...own, ...best, ...first, ...comparedOf(current, previous, where)]
}

function shareIn({ total_revenue }: GroupDetails['stats']) {
  return (revenue: number) => (total_revenue === 0 ? null : revenue / total_revenue)
}

/** The totals row of a list, and its first customer. Sums of changes are told where all came in both periods. */
export function listShown(
  { stats, matched, customers }: GroupDetails,
  { group, visits, digits }: { group: string; visits: string; digits: number },
): ShownFigure[] {
  const list = { group, among: 'list' as const }
  const sums = visits === 'continued' ? { ...matched, value_change: valueChange(matched, digits) } : matched
  const { visits_change, ...others } = sums
  const shown = visits === 'continued' ? sums : others
  const share = shareIn(stats)
  return [
    ...knownOf({ ...shown, revenue_share: share(matched.revenue) }, list),
    ...customers.slice(0, 1).flatMap((customer) => {
      const value_change = valueChange(customer, digits)
      const of = { group, customer: customer.id }
      const { revenue, previous_revenue } = customer
      const changes = previous_revenue === null ? [] : comparedOf({ revenue }, { revenue: previous_revenue }, of)
      return [...knownOf({ ...customer, value_change, revenue_share: share(revenue) }, of), ...changes]
    }),
  ]
}

/** Without what there is not because nothing is compared. */
function knownOf(fields: object, where: Where): ShownFigure[] {
  return numbersOf(fields, where).filter(({ value, address }) => value !== null || address.figure === 'revenue_share')
}

/** Each figure of a part of the period, of every group and of all. */
export function partShown({ bucket, buckets, groups, totals }: SeriesAnswer, index: number): ShownFigure[] {
  const part = partName(bucket, buckets[index]?.first_day ?? '')
  const all = [['all', totals] as const, ...Object.entries(groups)]
  return all.flatMap(([group, figures]) =>
    numbersOf(
      Object.fromEntries(
        Object.entries(figures).flatMap(([name, values]) => (Array.isArray(values) ? [[name, values[index]]] : [])),
      ),
      { group, part },
    ),
  )
}

/** Why the revenue of every group and of all changed: both revenues, their difference, and each part of it. */
export function bridgeShown({ groups, totals }: BridgeAnswer): ShownFigure[] {
  const each = Object.entries(groups).map(([group, { name: _, color: __, ...steps }]) => ({ group, steps }))
  return [{ group: 'all', steps: totals }, ...each].flatMap(({ group, steps }) => stepsShown(steps, group))
}

function stepsShown({ revenue, previous_revenue, ...parts }: BridgeSteps, group: string): ShownFigure[] {
  const where = { group, among: 'bridge' as const }
  const changes = Object.entries(parts).flatMap(([part, { customers, ...amounts }]) => {
    const named = Object.entries(amounts).map(([name, amount]) => [name === 'change' ? `${part}_change` : name, amount])
    return numbersOf(Object.fromEntries(named), where).map((shown) => ({ ...shown, customers }))
  })
  return [
    ...numbersOf({ revenue }, where),
    ...comparedOf({ revenue }, { revenue: previous_revenue }, where),
    ...changes,
  ]
}
