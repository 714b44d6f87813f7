'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { Pager } from '@/components/ui/pager'
import { Skeleton } from '@/components/ui/skeleton'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import { REASONS } from '@/lib/csv/row-error'
import { FILE_KIND_WORDS, IMPORT_COLUMN_WORDS } from '@/lib/format/import-words'
import { formatCount } from '@/lib/format/number'
import type { ImportErrors, ImportJob } from '@/lib/imports/job'
import { importErrorsOptions } from './import-queries'

/** What is wrong, by kind, and each row that is: by the page, and all of them to take along. */
export function BadRows({ job }: { job: ImportJob }) {
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useQuery(importErrorsOptions(job, page))
  return (
    <>
      <ul className="grid gap-1 text-sm">
        {job.preview?.errors_by_reason.map(({ reason, count }) => (
          <li key={reason}>
            <span className="font-medium tabular-nums">
              {formatCount(count)} × {reason}.
            </span>{' '}
            <span className="text-ink-soft">{REASONS[reason]}</span>
          </li>
        ))}
      </ul>
      <a href={`/import-jobs/${job.id}/errors.csv`} download className={buttonStyle('plain', 'mt-4')}>
        <Download aria-hidden="true" className="size-4" />
        Download all wrong rows
      </a>
      {error && (
        <FailureNotice title="The rows can not be shown" onRetry={refetch} className="mt-4">
          {error.message}
        </FailureNotice>
      )}
      {data ? <Rows {...{ data, setPage }} /> : !error && <Skeleton className="mt-4 h-64" />}
    </>
  )
}

function Rows({ data: { errors, page }, setPage }: { data: ImportErrors; setPage: (page: number) => void }) {
  if (errors.length === 0) return null
  return (
    <div className="mt-4 rounded-box border">
      <StackingTable caption="Wrong rows" columns={['File', 'Line', 'Column', 'Value', 'Reason']}>
        {errors.map(({ file, line, column, value, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may be wrong twice; a page never changes its order.
          <StackingRow key={at}>
            <StackingCell label="File">{FILE_KIND_WORDS[file]}</StackingCell>
            <StackingCell label="Line">{formatCount(line)}</StackingCell>
            <StackingCell label="Column">{IMPORT_COLUMN_WORDS[file][column] ?? column}</StackingCell>
            <StackingCell label="Value" className="md:max-w-72">
              <bdi className="line-clamp-2 wrap-anywhere">{value}</bdi>
            </StackingCell>
            <StackingCell label="Reason">{reason}</StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
      <Pager label="Pages of wrong rows" page={page} way={{ onPage: setPage }} />
    </div>
  )
}
