'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { FailureNotice } from '@/components/ui/failure-notice'

export type PageFailureProps = { error: Error & { digest?: string }; reset: () => void }

type Words = { title?: string; failed?: string }

/** A page that could not be made on the server; trying again asks the server anew. */
export function PageFailure({
  error,
  reset,
  title = 'This page could not be shown',
  failed = 'The server could not read its records',
}: PageFailureProps & Words) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <>
      <h1 className="mb-4 font-semibold text-2xl tracking-tight">{title}</h1>
      <FailureNotice title={failed} onRetry={retry}>
        Nothing was changed or lost. Try again in a moment; if it stays so, look at the server’s log
        {error.digest ? ` for ${error.digest}` : ''}.
      </FailureNotice>
    </>
  )
}
