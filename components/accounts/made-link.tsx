import type { ReactNode } from 'react'
import type { MadeLink } from '@/lib/accounts/people'
import { ShownOnce } from './shown-once'

type MadeLinkNoteProps = { made: MadeLink; children: ReactNode }

/** The link to hand over; `children` say how long it works. */
export function MadeLinkNote({ made: { link, mailed }, children }: MadeLinkNoteProps) {
  return (
    <ShownOnce label="Link" value={link}>
      <p className="font-medium">
        {mailed ? 'The link was mailed to them. Here it is as well.' : 'Copy this link and give it to them yourself.'}
      </p>
      <p className="mt-1">{children}</p>
    </ShownOnce>
  )
}
