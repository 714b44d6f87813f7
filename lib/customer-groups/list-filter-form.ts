import '@/lib/zod-without-eval'
import type { FailedField } from '@/lib/failure'
import { type FilterChoices, NO_FILTERS } from './list-narrowing'
import { groupsParamsSchema } from './params'

const schema = groupsParamsSchema.pick({
  min_orders: true,
  revenue_from: true,
  revenue_to: true,
  last_order_before: true,
  visits: true,
  vehicle: true,
})

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
