import type { ReactNode } from 'react'
import { wholeBusinessCaller } from '@/lib/server/auth/caller'

/** Turns away whoever may not import, or is limited to branches, before anything is sent; each page asks again. */
export default async function ImportLayout({ children }: { children: ReactNode }) {
  await wholeBusinessCaller('import')
  return children
}
