import type { Caller } from '@/db/access'
import type { SignedIn } from '@/lib/signed-in'

/** What pages say of a caller; `branches` are those that the caller may see. */
export function toSignedIn({ name, role, scope }: Caller, branches: readonly { name: string }[]): SignedIn {
  return { name, role, branchNames: scope.branches === 'all' ? null : branches.map((branch) => branch.name) }
}
