import type { ReactNode } from 'react'
import { ShownOnce } from './shown-once'

/** A link that works once, and whether it was also mailed to its holder. */
export type MadeLink = { link: string; mailed: boolean }

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
