import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { LiveProvider } from '@/components/live/live-provider'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { toSignedIn } from './to-signed-in'

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const caller = await pageCaller('read')
  const db = getDatabase()
  const [business, branches] = await Promise.all([getBusiness(db), listBranches(db, caller.scope)])
  return (
    <LiveProvider>
      <AppShell business={business} person={toSignedIn(caller, branches)}>
        {children}
      </AppShell>
    </LiveProvider>
  )
}
