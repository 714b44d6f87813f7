import '@/lib/zod-without-eval'
import type { z } from 'zod'
import type { FailedField } from '@/lib/failure'
import { type GroupsParams, groupsParamsSchema } from './params'

const schema = groupsParamsSchema.pick({
  min_orders: true,
  revenue_from: true,
  revenue_to: true,
  last_order_before: true,
  visits: true,
  vehicle: true,
})
type Filters = z.output<typeof schema>

/** The filters of a list as choices of its URL; null takes one out. */
export type FilterChoices = { [Name in keyof Filters]: Filters[Name] | null }

/** The choices that take every filter out. */
export const NO_FILTERS = {
  min_orders: null,
  revenue_from: null,
  revenue_to: null,
  last_order_before: null,
  visits: null,
  vehicle: null,
} as const satisfies FilterChoices

/** The choices that close the open group: what narrowed its list ends with it, for it would narrow unseen. */
export const CLOSED = { group: null, q: null, ...NO_FILTERS } as const

/** Parameters without what narrows a list beside its search. */
export function withoutFilters(params: GroupsParams): GroupsParams {
  const { min_orders, revenue_from, revenue_to, last_order_before, ...kept } = params
  return { ...kept, visits: 'all', vehicle: 'all' }
}

/** Parameters that open no group, and so narrow no list. */
export function withoutGroup(params: GroupsParams): GroupsParams {
  return { ...withoutFilters(params), group: 'all', q: '' }
}

export type ReadFilters = { choices: FilterChoices } | { problems: FailedField[] }

/**
 * The filters that a form holds; what is blank or not in it is taken out. Problems are told by the field, as sentences.
 */
export function readFilterForm(texts: Readonly<Record<string, string>>): ReadFilters {
  const given = Object.entries(texts).map(([name, text]) => [name, text.trim()] as const)
  const parsed = schema.safeParse(Object.fromEntries(given.filter(([, text]) => text !== '')))
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => problem(String(path[0]), message)) }
  const { revenue_from: from, revenue_to: to } = parsed.data
  if (from !== undefined && to !== undefined && Number(from) > Number(to))
    return { problems: [problem('revenue_to', 'must not be below the amount that it begins at')] }
  return { choices: { ...NO_FILTERS, ...parsed.data } }
}

function problem(name: string, message: string): FailedField {
  return { name, message: `This ${message}.` }
}
