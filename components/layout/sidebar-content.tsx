import { ShortcutsButton } from '@/components/shortcuts/shortcuts-button'
import type { Business } from '@/lib/business'
import type { SignedIn } from '@/lib/signed-in'
import { BusinessName } from './business-name'
import { MainNav } from './main-nav'
import { PersonMenu } from './person-menu'
import { ThemeSwitch } from './theme-switch'

type SidebarContentProps = { business: Business; person: SignedIn }

/** The business on top, the pages that the person may open, the person and the theme below. */
export function SidebarContent({ business, person }: SidebarContentProps) {
  return (
    <div className="flex h-full flex-col overflow-y-auto p-3">
      <div className="px-2 pt-2 pb-5">
        <BusinessName business={business} branchNames={person.branchNames} />
      </div>
      <MainNav person={person} />
      <div className="mt-auto grid grid-cols-[minmax(0,1fr)] gap-2 pt-4">
        <PersonMenu person={person} />
        <ShortcutsButton />
        <ThemeSwitch />
      </div>
    </div>
  )
}
