'use client'

import type { ReactNode } from 'react'
import { isPlainClick } from '@/components/customer-groups/plain-click'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import { figureTitle } from '@/lib/format/explanation-words'
import { figureId, useExplainWay } from './explain-context'

type ExplainedProps = {
  address: FigureAddress
  /** What the figure is of, as "Company". */
  of: string
  /** The figure as it is written, for those who listen. */
  words: string
  /** Reached by the arrow keys from another link of its row or list, where there are too many to go through by Tab. */
  byArrows?: boolean
  /** Part of the name of a row, which its own words then are. */
  inName?: boolean
  children: ReactNode
}

/** A figure that opens its explanation: a plain click here, any other in a tab of its own. */
export function Explained({ address, of, words, byArrows = false, inName = false, children }: ExplainedProps) {
  const way = useExplainWay()
  if (way === null) return children
  return (
    <a
      href={way.hrefOf(address)}
      data-figure={figureId(address)}
      tabIndex={byArrows ? -1 : undefined}
      aria-label={inName ? undefined : `${figureTitle(address, of)}: ${words}, explain`}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        way.open(address)
      }}
      className="-mx-1 my-[min(0px,calc((1lh-1.5rem)/2))] relative z-10 inline-block min-h-6 rounded px-1 py-[max(0px,calc((1.5rem-1lh)/2))] decoration-dotted underline-offset-4 transition-colors duration-150 hover:bg-raised hover:underline"
    >
      {children}
    </a>
  )
}
