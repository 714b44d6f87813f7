import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import type { Frame } from '@/db/queries/frame'
import { getGroupsSeries } from '@/db/queries/groups-series'
import type { Check } from '@/lib/agreement/contract'
import { amountsAgree, countsAgree, type Pair, sum, toMinor } from '@/lib/agreement/judge'
import type { SeriesFigures } from '@/lib/customer-groups/series'
import type { View, Views } from './groups-checks'

/** What a group, or all of them, has over time and as a whole. */
type Told = { of?: string; parts: SeriesFigures; orders: number; revenue: number }

/** The parts of the period add up to the figures of the whole of it, for every group of every grouping. */
export async function seriesChecks(db: Database, scope: Scope, views: Views, frame: Frame): Promise<Check[]> {
  const digits = frame.currencyDigits
  const [usual, ...others] = views
  const [total, ...groups] = await toldBy(db, scope, usual)
  const told: [Told, ...Told[]] = [total, ...groups]
  for (const view of others) told.push(...(await toldBy(db, scope, view)))
  const named = (measure: string) => ({
    key: `weeks-${measure}`,
    title: `The weeks of the period add up to the whole of it: ${measure}`,
    left: 'all weeks',
    right: 'the period',
  })
  const pairs = (pairOf: (told: Told) => Pair): [Pair, ...Pair[]] => {
    const [first, ...rest] = told
    return [pairOf(first), ...rest.map(pairOf)]
  }
  const orders = pairs(({ of, parts, orders: right }) => ({ of, left: sum(parts.total_orders), right }))
  const revenue = pairs(({ of, parts, revenue: right }) => ({
    of,
    left: sum(parts.revenue.map((part) => toMinor(part, digits))),
    right: toMinor(right, digits),
  }))
  return [countsAgree(named('orders'), orders), amountsAgree(named('revenue'), revenue, digits)]
}

/** All groups of a view together, and each of them. */
async function toldBy(db: Database, scope: Scope, { params, words, answer }: View): Promise<[Told, ...Told[]]> {
  const series = await getGroupsSeries(db, scope, { ...params, bucket: 'week' })
  const groups = Object.entries(answer.groups).flatMap(([key, { name, total_orders, total_revenue }]) => {
    const parts = series.groups[key]
    return parts ? [{ of: `${name}, ${words}`, parts, orders: total_orders, revenue: total_revenue }] : []
  })
  const { orders, revenue } = answer.totals
  return [{ parts: series.totals, orders, revenue }, ...groups]
}
