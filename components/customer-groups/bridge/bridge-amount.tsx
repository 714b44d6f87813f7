import type { ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { formatFigure } from '@/lib/format/explanation-words'
import type { BridgePart } from './bridge-steps'

/** An amount of the bridge: of a part, or the revenue of either period. */
type Of = 'before' | BridgePart | 'now'

type BridgeAmountProps = {
  of: Of
  /** Null where it is one of all groups together. */
  group: string | null
  name: string
  value: number
  digits: number
  /** Where its row has another link to be reached by Tab. */
  byArrows: boolean
  children: ReactNode
}

/** Shows an amount of the bridge with the way to its explanation; by Tab or, where its row has another link, by arrow. */
export function BridgeAmount({ of, group, name, value, digits, byArrows, children }: BridgeAmountProps) {
  const figure = of === 'before' || of === 'now' ? 'total_revenue' : (`${of}_change` as const)
  const at = of === 'before' ? 'previous' : 'period'
  return (
    <Explained
      address={{ figure, at, group: group ?? 'all', among: 'bridge' }}
      of={name}
      words={formatFigure({ figure, value, quotient: null, compared: null }, digits)}
      byArrows={byArrows}
    >
      {children}
    </Explained>
  )
}
