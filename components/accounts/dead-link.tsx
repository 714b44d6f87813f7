import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { EntryCard } from './entry-card'

/** A link that was used, replaced or has expired, and how to come by another. */
export function DeadLink({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EntryCard title={title} intro={children}>
      <Link href="/sign-in" className={buttonStyle()}>
        Go to the sign-in
      </Link>
    </EntryCard>
  )
}
