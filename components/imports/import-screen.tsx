'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { Business } from '@/lib/business'
import { formatDateTime } from '@/lib/format/date'
import { importStateInWords } from '@/lib/format/import-words'
import type { ImportJob } from '@/lib/imports/job'
import { ImportEnd } from './import-end'
import { importJobOptions, isWorking, takeStep } from './import-queries'
import { PreviewPart } from './preview-part'
import { ReadingPart } from './reading-part'
import { SecondFile } from './second-file'
import { toneOf } from './state-tone'
import { WorkProgress } from './work-progress'

type ImportScreenProps = { initial: ImportJob; business: Business; megabytes: number }

const ENDS = ['applied', 'cancelled', 'failed', 'expired']

/** An import from its files to its end, whichever step it is at; it is the server that knows. */
export function ImportScreen({ initial, business, megabytes }: ImportScreenProps) {
  const queryClient = useQueryClient()
  const { queryKey } = importJobOptions(initial.id)
  const { data: job, error, refetch } = useQuery({ ...importJobOptions(initial.id), initialData: initial })
  const step = useMutation({
    mutationFn: (next: 'apply' | 'cancel') => takeStep(job, next),
    onSuccess: (next) => queryClient.setQueryData(queryKey, next),
    // Where somebody else took the step, what they did is shown.
    onError: () => refetch(),
  })
  const onJob = (next: ImportJob) => queryClient.setQueryData(queryKey, next)
  const ended = ENDS.includes(job.state)
  return (
    <>
      <BackLink href="/import">All imports</BackLink>
      <PageHeading
        title={<bdi>{job.files.map(({ name }) => name).join(', ')}</bdi>}
        intro={<Intro {...{ job, business }} />}
      >
        {!ended && (
          <button
            type="button"
            onClick={() => step.mutate('cancel')}
            disabled={step.isPending}
            className={buttonStyle('danger')}
          >
            Cancel this import
          </button>
        )}
      </PageHeading>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4">
        {step.error && <FailureNotice title="This step was not taken">{step.error.message}</FailureNotice>}
        {error && (
          <FailureNotice title="The import can not be shown as it stands" onRetry={refetch}>
            {error.message}
          </FailureNotice>
        )}
        {job.failure && (
          <FailureNotice title={ended ? 'Nothing was changed' : 'It did not come to its end'}>
            {job.failure}
          </FailureNotice>
        )}
        {isWorking(job) && <WorkProgress job={job} />}
        {job.state === 'previewed' && (
          <PreviewPart {...{ job, business }} busy={step.isPending} onApply={() => step.mutate('apply')} />
        )}
        {(job.state === 'uploaded' || job.state === 'previewed') && (
          <>
            <ReadingPart key={job.files.length} {...{ job, onJob }} />
            {job.files.length < 2 && <SecondFile {...{ job, megabytes, onJob }} />}
          </>
        )}
        {ended && <ImportEnd job={job} />}
      </div>
    </>
  )
}

function Intro({ job, business }: { job: ImportJob; business: Business }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-2">
      <Badge tone={toneOf(job.state)}>{importStateInWords(job.state, job.error_count)}</Badge>
      <span>
        {job.by && <bdi>{job.by}, </bdi>}
        {formatDateTime(job.created_at, business.timeZone)}
      </span>
    </p>
  )
}
