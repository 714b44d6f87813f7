import type { ReactNode } from 'react'
import { PageHeading } from '@/components/layout/page-heading'
import { may } from '@/lib/roles'
import { type SignedIn, wordsForAllBranches } from '@/lib/signed-in'
import { ListExportMenu } from './list-export-menu'

type ListHeadingProps = {
  title: string
  /** "1,204 customers", read out when it changes. */
  count: string
  person: SignedIn
  exportHref: string
  children: ReactNode
}

/** The title, how many match, and what can be done: the export of all of them, and what `children` offer. */
export function ListHeading({ title, count, person, exportHref, children }: ListHeadingProps) {
  const limit = person.branchNames === null ? '' : `, ${wordsForAllBranches(person)}`
  return (
    <PageHeading
      title={title}
      intro={
        <p role="status" className="tabular-nums">
          {count}
          <bdi>{limit}</bdi>
        </p>
      }
    >
      <div className="flex flex-wrap gap-2">
        {may(person.role, 'export') && <ListExportMenu href={exportHref} of={`of ${count}`} />}
        {children}
      </div>
    </PageHeading>
  )
}
