'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { ProgressLine } from '@/components/ui/progress-line'
import type { Business } from '@/lib/business'
import { AgreementChecks } from './agreement-checks'
import { agreementOptions, checkAgain } from './agreement-query'
import { ChecksSkeleton } from './checks-skeleton'

const INTRO =
  'What always holds of the figures of the last six months, worked out in two ways on the records of one moment.'

/** The checks of what the person may see, the last ones or new ones. */
export function AgreementScreen({ business }: { business: Business }) {
  const queryClient = useQueryClient()
  const { data, error, isFetching, refetch } = useQuery(agreementOptions)
  const anew = useMutation({
    mutationFn: checkAgain,
    onSuccess: (answer) => queryClient.setQueryData(agreementOptions.queryKey, answer),
  })
  const failure = anew.error ?? error
  const busy = isFetching || anew.isPending
  return (
    <>
      <ProgressLine active={busy} />
      <PageHeading title="Agreement" intro={INTRO}>
        <button type="button" onClick={() => busy || anew.mutate()} aria-disabled={busy} className={buttonStyle()}>
          <RotateCw aria-hidden="true" className="size-4" />
          Check again
        </button>
      </PageHeading>
      {failure && (
        <FailureNotice
          title="The figures could not be checked"
          onRetry={() => (anew.error ? anew.mutate() : refetch())}
          className="mt-5"
        >
          {failure.message} That says nothing about the figures themselves.
          {data && ' What stands below is the last check.'}
        </FailureNotice>
      )}
      {data ? <AgreementChecks agreement={data} business={business} /> : failure === null && <ChecksSkeleton />}
    </>
  )
}
