import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { topPercentOf } from '@/lib/customer-groups/explanation/figures'
import { toMajor } from '@/lib/money'
import type { AskedFigure } from './asked-figure'
import type { Values } from './explained-values-row'

type Figure = Pick<ExplanationAnswer, 'value' | 'quotient' | 'compared'>

/** The figure asked for among the values of its place, with what it is divided by and compared with. */
export function toFigure({ params, frame }: AskedFigure, { period, previous, groupRevenue, best }: Values): Figure {
  const { figure, at } = params
  const current = period[figure] ?? null
  if (at === 'previous') return alone(previous?.[figure] ?? null)
  if (at === 'change') return changed(current ?? 0, previous?.[figure] ?? 0, frame.currencyDigits)
  const revenue = period.total_revenue ?? 0
  const customers = period.customer_count ?? 0
  const topPercent = topPercentOf(figure)
  if (topPercent !== null) return share(best.find(({ percent }) => percent === topPercent)?.revenue ?? 0, groupRevenue)
  switch (figure) {
    case 'avg_orders':
      return { ...alone(current), quotient: { numerator: period.total_orders ?? 0, denominator: customers } }
    case 'avg_revenue':
      return { ...alone(current), quotient: { numerator: revenue, denominator: customers } }
    case 'revenue_share':
      return share(revenue, groupRevenue)
    default:
      return alone(current)
  }
}

function alone(value: number | null): Figure {
  return { value, quotient: null, compared: null }
}

function share(numerator: number, denominator: number): Figure {
  return { ...alone(ratio(numerator, denominator)), quotient: { numerator, denominator } }
}

/** The difference is taken in minor units, so that nothing of it is lost. */
function changed(current: number, previous: number, digits: number): Figure {
  const minor = (amount: number) => Math.round(amount * 10 ** digits)
  const numerator = toMajor(minor(current) - minor(previous), digits)
  return {
    value: ratio(numerator, previous),
    quotient: { numerator, denominator: previous },
    compared: { current, previous },
  }
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator
}
