import type { Role } from './roles'

/** Whoever a page is made for, as far as the page says it. */
export type SignedIn = {
  name: string
  role: Role
  /** The names of the branches that they are limited to; null where they see every branch. */
  branchNames: readonly string[] | null
}

/** What stands for every branch that somebody may see: "All branches", "Arusha (your branch)", "Your branches". */
export function wordsForAllBranches({ branchNames }: Pick<SignedIn, 'branchNames'>): string {
  if (branchNames === null) return 'All branches'
  const [only, ...more] = branchNames
  if (only === undefined) return 'No branch'
  return more.length === 0 ? `${only} (your branch)` : 'Your branches'
}
