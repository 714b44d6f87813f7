import type { ReactNode } from 'react'
import { pageCaller } from '@/lib/server/auth/caller'

/** Turns away whoever may not administer before anything is sent; each page and query below asks again. */
export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  await pageCaller('administer')
  return children
}
