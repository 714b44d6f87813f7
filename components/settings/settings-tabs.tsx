import { NavLink } from '@/components/layout/nav-link'

const TABS = [
  { href: '/settings/groups', label: 'Groups' },
  { href: '/settings/branches', label: 'Branches' },
  { href: '/settings/recency', label: 'Recency' },
  { href: '/settings/business', label: 'Business' },
] as const

/** The parts of the settings, a page each. */
export function SettingsTabs() {
  return (
    <nav aria-label="Settings" className="mt-4 border-b pb-2">
      <ul className="flex flex-wrap gap-1">
        {TABS.map(({ href, label }) => (
          <li key={href}>
            <NavLink href={href}>{label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
