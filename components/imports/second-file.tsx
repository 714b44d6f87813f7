'use client'

import { useMutation } from '@tanstack/react-query'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { ImportJob } from '@/lib/imports/job'
import { DropZone } from './drop-zone'
import { sendFile } from './import-queries'
import { assertSize } from './import-start'

type SecondFileProps = { job: ImportJob; megabytes: number; onJob: (job: ImportJob) => void }

/** The way to the other file of an import that has one. */
export function SecondFile({ job, megabytes, onJob }: SecondFileProps) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: async ([file]: File[]) => {
      if (!file) throw new Error('Choose a file.')
      assertSize(file, megabytes)
      return sendFile(file, job.id)
    },
    onSuccess: onJob,
  })
  return (
    <div className="grid gap-3">
      <DropZone
        title="Add a second file"
        hint="Orders to these customers, or customers to these orders. It is not needed."
        busy={isPending}
        most={1}
        onFiles={mutate}
      />
      {error && <FailureNotice title="The file was not taken">{error.message}</FailureNotice>}
    </div>
  )
}
