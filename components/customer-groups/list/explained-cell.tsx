import type { ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { ShortText } from '@/components/ui/short-text'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import type { CellFrame } from './customer-cells'
import type { Among } from './customer-columns'

export type CountedColumn =
  | 'total_orders'
  | 'service_orders'
  | 'sales_orders'
  | 'consultation_orders'
  | 'completed_orders'
  | 'previous_orders'

/** The figures of a list, by the name of their field. */
type ListedFigure =
  | CountedColumn
  | 'revenue'
  | 'previous_revenue'
  | 'share'
  | 'change'
  | 'visits_change'
  | 'value_change'

const FIGURES: Record<ListedFigure, Pick<FigureAddress, 'figure' | 'at'>> = {
  total_orders: { figure: 'total_orders' },
  service_orders: { figure: 'service_orders' },
  sales_orders: { figure: 'sales_orders' },
  consultation_orders: { figure: 'consultation_orders' },
  completed_orders: { figure: 'completed_orders' },
  previous_orders: { figure: 'total_orders', at: 'previous' },
  revenue: { figure: 'total_revenue' },
  previous_revenue: { figure: 'total_revenue', at: 'previous' },
  share: { figure: 'revenue_share' },
  change: { figure: 'total_revenue', at: 'change' },
  visits_change: { figure: 'visits_change' },
  value_change: { figure: 'value_change' },
}

/** Shows a figure of a customer or of the totals with the way to its explanation, and a dash where there is none. */
export function explainedIn({ groupKey: group, groupName }: Pick<CellFrame, 'groupKey' | 'groupName'>) {
  return (
    field: ListedFigure,
    whose: { id: string; full_name: string } | Among,
    value: number | null,
    words: (value: number) => string,
    show: (value: number) => ReactNode,
  ): ReactNode => {
    if (value === null) return <ShortText>{null}</ShortText>
    const total = typeof whose === 'string'
    const address = { ...FIGURES[field], group, ...(total ? { among: whose } : { customer: whose.id }) }
    const of = total ? (whose === 'list' ? `the list of ${groupName}` : groupName) : whose.full_name
    return (
      <Explained address={address} of={of} words={words(value)} byArrows={!total}>
        {show(value)}
      </Explained>
    )
  }
}
