'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { Business } from '@/lib/business'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { FIGURE_WORDS } from '@/lib/format/explanation-words'
import { figureId } from './explain-context'
import { ExplanationBody } from './explanation-body'
import { explanationOptions } from './explanation-query'
import type { Explanation } from './use-explanation'

type ExplanationSheetProps = {
  explanation: Explanation
  address: FigureAddress
  params: GroupsParams
  business: Business
  profileHref: (customerId: string) => string
}

/** How one figure came about, beside the page; the whole of a phone. Esc, Back and a press beside it close it. */
export function ExplanationSheet(props: ExplanationSheetProps) {
  const { explanation, address, params, business, profileHref } = props
  const { asOf, page, close } = explanation
  const sheet = useRef<HTMLDialogElement>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery(explanationOptions(params, address, asOf, page))
  // What is shown of another figure meanwhile would be taken for this one's.
  const isOther = data?.figure !== address.figure || data.at !== (address.at ?? 'period')
  const answer = data && !(isPlaceholderData && isOther) ? data : undefined
  useModal(sheet, address)
  return (
    <dialog
      ref={sheet}
      aria-labelledby="explanation-heading"
      closedby="any"
      onClose={close}
      className="mr-0 ml-auto h-dvh max-h-none w-full max-w-none bg-surface text-ink sm:w-[min(40rem,calc(100vw-3rem))] sm:border-l print:hidden"
    >
      <div className="@container flex min-h-full flex-col">
        <div className="sticky top-0 z-20 flex items-center justify-between border-b bg-surface py-1 pr-1 pl-4">
          <p className="font-medium text-ink-soft text-sm">How this figure came about</p>
          <button
            type="button"
            aria-label="Close the explanation"
            onClick={() => sheet.current?.close()}
            className={buttonStyle('quiet', 'w-10 px-0')}
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        <div aria-busy={isPlaceholderData} className="flex-1 px-4 pt-4 pb-8">
          {error && !answer ? (
            <>
              <h2 id="explanation-heading" className="font-semibold text-lg">
                {FIGURE_WORDS[address.figure]}
              </h2>
              <FailureNotice title="The figure could not be explained" onRetry={() => refetch()} className="mt-3">
                {error.message}
              </FailureNotice>
            </>
          ) : answer ? (
            <ExplanationBody {...{ answer, address, explanation, business, profileHref }} />
          ) : (
            <BodySkeleton title={FIGURE_WORDS[address.figure]} />
          )}
        </div>
      </div>
    </dialog>
  )
}

/** Shows the dialog while it is there, and gives the focus back to the figure when it is gone. */
function useModal(sheet: React.RefObject<HTMLDialogElement | null>, address: FigureAddress): void {
  const id = figureId(address)
  const first = useRef(id)
  useEffect(() => {
    const opener = document.activeElement
    sheet.current?.showModal()
    return () => {
      const figures = document.querySelectorAll<HTMLElement>(`[data-figure="${CSS.escape(first.current)}"]`)
      if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
      else [...figures].find((figure) => figure.checkVisibility())?.focus()
    }
  }, [sheet])
}

function BodySkeleton({ title }: { title: string }) {
  return (
    <>
      <h2 id="explanation-heading" className="font-semibold text-lg tracking-tight">
        {title}
      </h2>
      <Skeleton className="mt-2 h-10 w-48" />
      <Skeleton className="mt-6 h-32 w-full" />
      <Skeleton className="mt-6 h-96 w-full" />
    </>
  )
}
