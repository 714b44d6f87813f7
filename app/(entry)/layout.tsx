import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { EntryShell } from '@/components/layout/entry-shell'
import { findBusiness } from '@/db/queries/business'
import { getDatabase } from '@/lib/server/database'

export default async function EntryLayout({ children }: { children: ReactNode }) {
  await connection()
  return <EntryShell business={await findBusiness(getDatabase())}>{children}</EntryShell>
}
