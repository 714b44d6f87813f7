import { z } from 'zod'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import type { ExplainedFigure, Moment } from './figures'
import { type ExplanationParams, figureShape } from './params'

/** One figure of the page, under the page's own choices; `group` is `all` for all groups together. */
export type FigureAddress = {
  figure: ExplainedFigure
  group: string
  at?: Moment
  among?: ExplanationParams['among']
  customer?: string
  part?: string
}

const { group, as_of, page } = groupsParamsSchema.shape

/** The address as the page's URL has it, beside the page's choices; without `explain` no figure is explained. */
export const explainShape = {
  explain: figureShape.figure.optional(),
  explain_of: group,
  explain_at: figureShape.at,
  explain_among: figureShape.among,
  explain_customer: figureShape.customer,
  explain_part: figureShape.part,
  /** The moment of the figure where the page itself goes on with the time. */
  explain_as_of: as_of,
  explain_page: page,
}
const schema = z.strictObject(explainShape)
export type Explain = { [Name in keyof z.output<typeof schema>]?: z.output<typeof schema>[Name] | null }

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
