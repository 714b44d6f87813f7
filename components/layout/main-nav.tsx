import {
  ClipboardList,
  ContactRound,
  FileUp,
  KeyRound,
  ScrollText,
  Settings,
  UserRoundCog,
  UsersRound,
} from 'lucide-react'
import { may, type Permission } from '@/lib/roles'
import type { SignedIn } from '@/lib/signed-in'
import { NavLink } from './nav-link'

const PAGES = [
  { href: '/customer-groups', label: 'Customer Groups', icon: UsersRound, needs: 'read' },
  { href: '/customers', label: 'Customers', icon: ContactRound, needs: 'read' },
  { href: '/orders', label: 'Orders', icon: ClipboardList, needs: 'read' },
  { href: '/import', label: 'Import', icon: FileUp, needs: 'import', everyBranch: true },
  { href: '/settings', label: 'Settings', icon: Settings, needs: 'administer' },
  { href: '/people', label: 'People', icon: UserRoundCog, needs: 'administer' },
  { href: '/keys', label: 'Keys', icon: KeyRound, needs: 'administer' },
  { href: '/audit', label: 'Audit log', icon: ScrollText, needs: 'administer', everyBranch: true },
] as const satisfies { needs: Permission; everyBranch?: true; [other: string]: unknown }[]

type MainNavProps = { person: Pick<SignedIn, 'role' | 'branchNames'> }

/** The pages that exist and that the person may open. */
export function MainNav({ person: { role, branchNames } }: MainNavProps) {
  const pages = PAGES.filter((page) => may(role, page.needs) && (branchNames === null || !('everyBranch' in page)))
  return (
    <nav aria-label="Main">
      <ul className="grid gap-0.5">
        {pages.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink href={href}>
              <Icon aria-hidden="true" className="size-4" />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
