import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { getBusiness } from '@/db/queries/business'
import { getDatabase } from '@/lib/server/database'

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  await connection()
  const business = await getBusiness(getDatabase())
  return <AppShell business={business}>{children}</AppShell>
}
