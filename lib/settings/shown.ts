import type { GroupStats } from '@/lib/customer-groups/contract'
import type { RecencyRule } from '@/lib/customer-groups/recency'

/** What the pages of the settings show. `version` stands for the values as they were read, to be sent back with a change. */

export type ShownGroup = {
  key: string
  name: string
  /** The number of its colour: `lib/group-colors.ts` has them. */
  color: number
  requiresOrganization: boolean
  /** Those that the caller may see. */
  customers: number
  archived: boolean
  version: string
}

export type ShownBranch = {
  code: string
  name: string
  /** Customers whose home it is, as far as the caller may see. */
  customers: number
  archived: boolean
  version: string
}

/** By which rule the customers of a group are judged: `own` is null where that is the business's. */
export type ShownGroupRecency = Pick<ShownGroup, 'key' | 'name' | 'color' | 'archived' | 'version'> & {
  own: RecencyRule | null
}

/** The rule of the business, which holds for every group without one of its own. */
export type ShownRecency = { business: RecencyRule & { version: string }; groups: readonly ShownGroupRecency[] }

/** What the card of a group says; revenue in major units. */
export type MovedFigures = Pick<GroupStats, 'customer_count' | 'total_orders' | 'total_revenue'>

/** What moving customers would do: how many they are, and the figures of both groups in the default period. */
export type MovePreview = {
  customers: number
  groups: readonly { key: string; name: string; color: number; before: MovedFigures; after: MovedFigures }[]
  /** The period as instants. */
  window: { from: string; to: string }
}
