import type { BranchChoice } from '@/lib/branch'
import type { Business } from '@/lib/business'

/** A customer type that can be chosen; `color` is the number of its colour. */
export type EntryGroup = { key: string; name: string; color: number; requiresOrganization: boolean }

/** What the pages of entry offer: the types and branches in use, those branches alone in which the caller works. */
export type EntryChoices = {
  groups: readonly EntryGroup[]
  branches: readonly BranchChoice[]
  /** Whether the caller works in these branches alone. */
  limited: boolean
  /** For whom and where: its clock says which day it is, its currency what an amount is. */
  business: Pick<Business, 'timeZone' | 'currency' | 'currencyDigits'>
}

/** The branch that needs no choosing: the only one, or null. */
export function onlyBranch({ branches }: Pick<EntryChoices, 'branches'>): string | null {
  const [first, ...others] = branches
  return first !== undefined && others.length === 0 ? first.code : null
}
