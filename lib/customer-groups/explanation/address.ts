import type { explainReaders } from './address-readers'
import type { ExplainedFigure, Moment } from './figures'
import type { ExplanationParams } from './params'

/** One figure of the page, under the page's own choices; `group` is `all` for all groups together. */
export type FigureAddress = {
  figure: ExplainedFigure
  group: string
  at?: Moment
  among?: ExplanationParams['among']
  customer?: string
  part?: string
}

export type Explain = { [Name in keyof typeof explainReaders]?: ReturnType<(typeof explainReaders)[Name]> }

/** Null takes a parameter out of the URL, so that nothing of a figure explained before stays. */
export function toExplain(address: FigureAddress, asOf: string | null): Explain {
  return {
    explain: address.figure,
    explain_of: address.group === 'all' ? null : address.group,
    explain_at: address.at ?? null,
    explain_among: address.among ?? null,
    explain_customer: address.customer ?? null,
    explain_part: address.part ?? null,
    explain_as_of: asOf,
    explain_page: null,
  }
}

/** The figure that a URL explains, null where it explains none; whether there is such a figure, the API says. */
export function explainedIn(explain: Explain): FigureAddress | null {
  const { explain: figure, explain_of, explain_at, explain_among, explain_customer, explain_part } = explain
  if (!figure) return null
  return {
    figure,
    group: explain_of ?? 'all',
    at: explain_at ?? 'period',
    among: explain_among ?? 'group',
    ...(explain_customer && { customer: explain_customer }),
    ...(explain_part && { part: explain_part }),
  }
}
