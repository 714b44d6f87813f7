import { type Caller, callerOf } from '@/db/access'
import type { Role } from '@/lib/roles'

/** A person of a role with all branches, or with these, by their ids; they need no account. */
export function personAs(role: Role, branchIds: readonly string[] | 'all' = 'all'): Caller {
  const allBranches = branchIds === 'all'
  const holder = { id: crypto.randomUUID(), name: role, role, allBranches, branchIds: allBranches ? [] : branchIds }
  return callerOf('person', holder, { address: null, requestId: null })
}
