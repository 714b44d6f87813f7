import { KeyRound, ScrollText, UserRoundCog, UsersRound } from 'lucide-react'
import { may, type Permission, type Role } from '@/lib/roles'
import { NavLink } from './nav-link'

const PAGES = [
  { href: '/customer-groups', label: 'Customer Groups', icon: UsersRound, needs: 'read' },
  { href: '/people', label: 'People', icon: UserRoundCog, needs: 'administer' },
  { href: '/keys', label: 'Keys', icon: KeyRound, needs: 'administer' },
  { href: '/audit', label: 'Audit log', icon: ScrollText, needs: 'administer' },
] as const satisfies { needs: Permission; [other: string]: unknown }[]

/** The pages that exist and that the role may open. */
export function MainNav({ role }: { role: Role }) {
  return (
    <nav aria-label="Main">
      <ul className="grid gap-0.5">
        {PAGES.filter(({ needs }) => may(role, needs)).map(({ href, label, icon: Icon }) => (
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
