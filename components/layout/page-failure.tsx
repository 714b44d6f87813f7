'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { FailureNotice } from '@/components/ui/failure-notice'

type PageFailureProps = { error: Error & { digest?: string }; reset: () => void }

/** A page that could not be made on the server; trying again asks the server anew. */
export function PageFailure({ error, reset }: PageFailureProps) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <>
      <h1 className="mb-4 font-semibold text-2xl tracking-tight">This page could not be shown</h1>
      <FailureNotice title="The server could not read its records" onRetry={retry}>
        Nothing was changed or lost. Try again in a moment; if it stays so, look at the server’s log
        {error.digest ? ` for ${error.digest}` : ''}.
      </FailureNotice>
    </>
  )
}
