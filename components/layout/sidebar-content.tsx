import { UsersRound } from 'lucide-react'
import type { Business } from '@/lib/business'
import { BusinessName } from './business-name'
import { NavLink } from './nav-link'
import { ThemeSwitch } from './theme-switch'

/** The business on top, the pages that exist, the theme below. */
export function SidebarContent({ business }: { business: Business }) {
  return (
    <div className="flex h-full flex-col p-3">
      <div className="px-2 pt-2 pb-5">
        <BusinessName business={business} />
      </div>
      <nav aria-label="Main">
        <ul>
          <li>
            <NavLink href="/customer-groups">
              <UsersRound aria-hidden="true" className="size-4" />
              Customer Groups
            </NavLink>
          </li>
        </ul>
      </nav>
      <div className="mt-auto">
        <ThemeSwitch />
      </div>
    </div>
  )
}
