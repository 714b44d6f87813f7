import type { GroupBy } from '@/lib/definitions'

/** A group that is the same in every installation; `color` is the number of one in `lib/group-colors.ts`. */
export type FixedGroup = { key: string; name: string; color: number }

/** The groups by how an active customer came to be one. */
export const VISIT_GROUPS = [
  { key: 'new', name: 'New', color: 1 },
  { key: 'returning', name: 'Returning', color: 3 },
  { key: 'without_order', name: 'Without an order', color: 5 },
] as const satisfies readonly FixedGroup[]

/** The groups of what customers are grouped by, where they are neither rows of customer types nor of branches. */
export const FIXED_GROUPS: Record<Exclude<GroupBy, 'type' | 'branch'>, readonly FixedGroup[]> = {
  visit: VISIT_GROUPS,
  recency: [],
  rfm: [],
}
