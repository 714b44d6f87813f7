import type { ReactNode } from 'react'
import type { Business } from '@/lib/business'
import { BusinessName } from './business-name'
import { StaleDocument } from './stale-document'

type EntryShellProps = { business: Pick<Business, 'name' | 'isSample'> | null; children: ReactNode }

/** The frame around what is open to all: the business's name over one form. */
export function EntryShell({ business, children }: EntryShellProps) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 pt-[min(14vh,8rem)] pb-16">
      <StaleDocument holds="nothing" />
      <header className="mb-4 px-1">
        <BusinessName business={business ?? { name: 'Customer Groups', isSample: false }} />
      </header>
      <main>{children}</main>
    </div>
  )
}
