import type { ExplanationAnswer } from './contract'
import { type ExplainedFigure, hasAmounts } from './figures'

/** What the rows have to come to, and what they do: their number, or the sum of their amounts in major units. */
export type Proof = { by: 'count' | 'sum'; figure: number; rows: number }

const OF_AMOUNTS: readonly ExplainedFigure[] = ['total_revenue', 'avg_revenue', 'revenue_share']

/**
 * The figure beside its rows: of an average or a share its numerator, of a change the figure now. Null of a median, for
 * which the rows are only counted, and of a figure that there is not.
 */
export function proofOf({ figure, place, value, quotient, compared, rows }: ExplanationAnswer): Proof | null {
  if (figure === 'median_orders' || figure === 'median_revenue') return null
  const shown = compared?.current ?? quotient?.numerator ?? value
  if (shown === null) return null
  const isAmount = OF_AMOUNTS.includes(figure) || hasAmounts(figure, place)
  return isAmount
    ? { by: 'sum', figure: shown, rows: rows.sum ?? 0 }
    : { by: 'count', figure: shown, rows: rows.page.total }
}
