import type { z } from 'zod'
import type { branchSchema } from './branch-contract'

/** A branch as it is named and chosen. */
export type BranchChoice = z.infer<typeof branchSchema>

/** A branch that records can be filtered by. An archived one takes nothing new, but may have records of before. */
export type BranchFilter = BranchChoice & { archived: boolean }

/** The choice of a branch in a filter: "Arusha", "Arusha (archived)". */
export function branchOption({ code, name, archived }: BranchFilter): { value: string; label: string } {
  return { value: code, label: archived ? `${name} (archived)` : name }
}
