'use client'

import { createContext, useContext } from 'react'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'

/** How the explanation of a figure is reached: at an address that can be shared, and without a page load. */
export type ExplainWay = {
  /** The link of a figure, at the page's moment unless another one is named. */
  hrefOf: (address: FigureAddress, asOf?: string) => string
  open: (address: FigureAddress) => void
}

/** Null where figures are shown that have no explanation, as those of another page. */
export const ExplainContext = createContext<ExplainWay | null>(null)

export function useExplainWay(): ExplainWay | null {
  return useContext(ExplainContext)
}

/** By what the figure of an address is found again when its explanation closes. */
export function figureId({ figure, group, at, among, customer, part }: FigureAddress): string {
  return [figure, group, at ?? 'period', among ?? 'group', customer, part].filter(Boolean).join(' ')
}
