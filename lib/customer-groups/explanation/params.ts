import { z } from 'zod'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { withRange } from '@/lib/customer-groups/range'
import type { Bucket } from '@/lib/definitions'
import type { FailedField } from '@/lib/failure'
import { AMONG, PART } from './address-readers'
import { EXPLAINED_FIGURES, FIGURES_OF, isSumOfCustomers, MOMENTS, type Place } from './figures'

/** Which figure: beside the parameters of the groups API, which say under what it was counted. */
export const figureShape = {
  figure: z.enum(EXPLAINED_FIGURES),
  at: z.enum(MOMENTS).default('period'),
  among: z.enum(AMONG).default('group'),
  customer: z.uuid().optional(),
  part: z
    .string()
    .regex(PART, 'must be a part by its first day, as week-2026-03-02')
    .refine((part) => z.iso.date().safeParse(part.slice(-10)).success, 'has no such day')
    .optional(),
}

const paramsSchema = groupsParamsSchema.omit({ sort: true, dir: true }).extend(figureShape)
export type ExplanationParams = z.output<typeof paramsSchema>

/** The parameters as a request brings them, refused where there is no such figure. */
export const explanationQuerySchema = withRange(
  paramsSchema.superRefine((params, context) => {
    for (const { name, message } of figureProblems(params)) context.addIssue({ code: 'custom', path: [name], message })
  }),
)

type Address = Pick<ExplanationParams, 'figure' | 'at' | 'among' | 'customer' | 'part' | 'group'>

/** What the figure is of. */
export function placeOf({ among, customer, part, group }: Address): Place {
  if (part !== undefined) return 'part'
  if (customer !== undefined) return 'customer'
  if (among !== 'group') return among
  return group === 'all' ? 'totals' : 'group'
}

/** What is wrong with a figure's address, each field of which is good by itself. */
export function figureProblems(
  params: Address & Partial<Pick<ExplanationParams, 'compare' | 'visits' | 'group_by'>>,
): FailedField[] {
  const { figure, at, compare, visits, group_by, customer, part, among, group } = params
  const place = placeOf(params)
  const isOfList = customer !== undefined || among === 'list'
  if (part !== undefined && (isOfList || among === 'bridge'))
    return [{ name: 'part', message: 'is of a group, not of a list, a customer or a change' }]
  if (customer !== undefined && among === 'bridge')
    return [{ name: 'customer', message: 'is of a list, not of a change' }]
  if (group === 'all' && isOfList) return [{ name: 'group', message: 'is needed: a list is one of a group' }]
  if (place === 'bridge' && group_by === 'visit')
    return [{ name: 'group_by', message: 'visit has no customers in both periods, whose change would be explained' }]
  const comparing = at !== 'period' || place === 'bridge' || isSumOfCustomers(figure)
  if (comparing && compare === 'none') return [{ name: 'compare', message: 'none leaves nothing to compare with' }]
  const isThere = FIGURES_OF[place][at === 'period' ? 'period' : 'previous'].includes(figure)
  if (!isThere) return [{ name: 'figure', message: `is not told of this (${place}, ${at})` }]
  if (place === 'list' && at === 'period' && comparing && visits !== 'continued')
    return [{ name: 'visits', message: 'has to be continued: of other lists this is no sum' }]
  return []
}

/** A part of the period as the address has it: "week-2026-03-02". */
export function partName(bucket: Bucket, firstDay: string): string {
  return `${bucket}-${firstDay}`
}

/** The reverse of `partName`, of a text that the contract has taken. */
export function partOf(part: string): { bucket: Bucket; firstDay: string } {
  const bucket = part.startsWith('day') ? 'day' : part.startsWith('week') ? 'week' : 'month'
  return { bucket, firstDay: part.slice(-10) }
}
