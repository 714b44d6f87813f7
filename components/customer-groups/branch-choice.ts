/** A branch as it is offered for choice. */
export type BranchChoice = { code: string; name: string }
