import { BUYERS_FOR_QUINTILES } from '@/lib/customer-groups/rfm'
import { counted, type Person, type Question, type Told } from './question'
import { major, revenueOf } from './recounted-figures'
import { type Bought, type Scorer, scorerOf, segmentOf } from './rfm-forms'

/** More than anybody orders or pays in a test. */
const MUCH = { orders: 1_000_000, revenue: 2 ** 52 }

const NOTHING = { recency_days: null, r: null, f: null, m: null }
const NO_NEXT = { recency_days: null, orders: null, revenue: null }

/** The segment of each of these people by what all of them brought in the window. */
export function rfmPlacements(question: Question, people: readonly Person[]): Told[] {
  const bought = people.map((person) => boughtBy(question, person))
  const buyers = bought.filter(({ orders }) => orders > 0)
  const scorer = scorerOf(buyers)
  const fixed = buyers.length < BUYERS_FOR_QUINTILES
  const isFree = fixed && buyers.every(({ revenue }) => revenue === 0)
  const digits = question.records.currencyDigits
  return bought.map((one) => {
    const told = { kind: 'rfm' as const, fixed, orders: one.orders, revenue: major(one.revenue, digits) }
    if (one.orders === 0)
      return { group: 'no_order', placement: { ...told, segment: 'no_order', ...NOTHING, next: NO_NEXT } }
    const [r, f, m] = [scorer.r(one.days), scorer.f(one.orders), scorer.m(one.revenue)]
    const segment = segmentOf(r, f, m)
    const { revenue, ...next } = nextOf(scorer, one)
    // Where nobody paid, whoever pays anything is above the average that there is.
    const minor = isFree ? 1 : revenue
    const nextRevenue = minor === null ? null : major(minor, digits)
    return {
      group: segment,
      placement: { ...told, segment, recency_days: one.days, r, f, m, next: { ...next, revenue: nextRevenue } },
    }
  })
}

function boughtBy({ to }: Question, { now }: Person): Bought {
  const last = Math.max(...counted(now).map(({ at }) => at))
  return { days: Math.floor((to - last) / 86_400_000), orders: counted(now).length, revenue: revenueOf(now) }
}

function nextOf(scorer: Scorer, { days, orders, revenue }: Bought) {
  return {
    recency_days: nextHigher(scorer.r, days, 0),
    orders: nextHigher(scorer.f, orders, MUCH.orders),
    revenue: nextHigher(scorer.m, revenue, MUCH.revenue),
  }
}

/** The nearest whole value towards the best that scores higher, by halving: on the way there no score falls. */
function nextHigher(score: (value: number) => number, value: number, best: number): number | null {
  const own = score(value)
  if (score(best) <= own) return null
  let [low, high] = [value, best]
  while (Math.abs(high - low) > 1) {
    const middle = Math.trunc((low + high) / 2)
    if (score(middle) > own) high = middle
    else low = middle
  }
  return high
}
