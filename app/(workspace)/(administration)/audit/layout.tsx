import type { ReactNode } from 'react'
import { wholeBusinessCaller } from '@/lib/server/auth/caller'

/** Turns away whoever is limited to branches before anything is sent: the log tells of people and keys of all of them. */
export default async function AuditLayout({ children }: { children: ReactNode }) {
  await wholeBusinessCaller('administer')
  return children
}
