import type { ShownAccess } from '@/lib/accounts/people'
import type { Role } from '@/lib/roles'

/** The words on the screen for the roles. */
export const ROLE_WORDS: Record<Role, string> = {
  viewer: 'Viewer',
  clerk: 'Clerk',
  manager: 'Manager',
  admin: 'Administrator',
}

/** What each role may do beyond the one before it. */
export const ROLE_DUTIES: Record<Role, string> = {
  viewer: 'Sees figures, lists and profiles.',
  clerk: 'Also registers customers and takes orders.',
  manager: 'Also exports, imports, edits and cancels.',
  admin: 'Also manages people, keys and settings, and reads the audit log.',
}

/** The branches of a person, invitation or key by their names: "Arusha, Moshi", or "All branches". */
export function branchesInWords({ allBranches, branches }: Omit<ShownAccess, 'role'>): string {
  if (allBranches) return 'All branches'
  return branches.length === 0 ? 'No branch' : branches.map(({ name }) => name).join(', ')
}
