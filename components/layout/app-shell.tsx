import type { ReactNode } from 'react'
import { Shortcuts } from '@/components/shortcuts/shortcuts'
import type { Business } from '@/lib/business'
import type { SignedIn } from '@/lib/signed-in'
import { BusinessName } from './business-name'
import { MenuSheet } from './menu-sheet'
import { SidebarContent } from './sidebar-content'
import { StaleDocument } from './stale-document'

type AppShellProps = { business: Business; person: SignedIn; children: ReactNode }

/** The frame around every page: a sidebar from 1024 px, below that a top bar with the same content in a sheet. */
export function AppShell({ business, person, children }: AppShellProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="sr-only rounded-box bg-surface px-4 py-3 font-medium text-sm focus:not-sr-only focus:absolute focus:z-50 focus:m-2"
      >
        Skip to content
      </a>
      <Shortcuts role={person.role} />
      <StaleDocument holds="records" />
      <aside aria-label="Sidebar" className="sticky top-0 hidden h-dvh border-r bg-surface lg:block print:hidden">
        <SidebarContent business={business} person={person} />
      </aside>
      <header className="flex h-14 items-center gap-2 border-b bg-surface px-2 lg:hidden print:hidden">
        <MenuSheet>
          <SidebarContent business={business} person={person} />
        </MenuSheet>
        <BusinessName business={business} branchNames={person.branchNames} />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-16 outline-none md:px-6 lg:px-8 lg:pt-7 print:p-0"
      >
        <div className="mx-auto max-w-[100rem]">{children}</div>
      </main>
    </div>
  )
}
