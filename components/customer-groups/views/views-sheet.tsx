'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { buttonStyle } from '@/components/ui/button-style'
import { keptQuery } from '@/lib/url/kept-query'
import { chosenHref, lastChoiceCookie } from '@/lib/url/last-choice'
import { SaveViewForm } from './save-view-form'
import { ViewRow } from './view-row'
import type { OwnViews } from './views-menu'

/** The views by their names, the way back to the usual one, and a form that keeps what is shown now. */
export function ViewsSheet({ own, onOpen }: { own: OwnViews; onOpen: () => void }) {
  const { views, change, personId } = own
  const query = keptQuery(useSearchParams().toString())
  const forget = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the newer way to set one.
    document.cookie = lastChoiceCookie(personId, '')
    onOpen()
  }
  return (
    <>
      {views.length === 0 ? (
        <p className="mt-2 text-ink-soft text-sm">
          None yet. A view keeps the choices of this page under a name of your own; nobody else sees it.
        </p>
      ) : (
        <ul aria-label="Your views" className="-mx-2 mt-3 max-h-[50dvh] overflow-y-auto">
          {views.map((view) => (
            <ViewRow key={view.id} {...{ view, query, change, onOpen }} />
          ))}
        </ul>
      )}
      <SaveViewForm query={query} change={change} />
      <div className="mt-4 border-t pt-3">
        <Link href={chosenHref('')} prefetch={false} onClick={forget} className={buttonStyle('quiet', '-ml-3')}>
          Show the usual view
        </Link>
      </div>
    </>
  )
}
