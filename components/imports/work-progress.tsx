import { IMPORT_STEP_WORDS } from '@/lib/format/import-words'
import type { ImportJob } from '@/lib/imports/job'

/** How far the work on an import is. The files are read by the byte; the steps after that have no measure. */
export function WorkProgress({ job: { progress, state } }: { job: ImportJob }) {
  const step = progress?.step ?? 'reading'
  const percent = step === 'reading' ? Math.round((progress?.share ?? 0) * 100) : undefined
  const title = state === 'applying' ? 'Applying the import' : 'Checking what the import would do'
  return (
    <div className="rounded-box border bg-surface p-5">
      <p className="font-semibold text-sm">{title}</p>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuenow={percent}
        aria-valuetext={percent === undefined ? IMPORT_STEP_WORDS[step] : undefined}
        className="mt-3 h-2 overflow-hidden rounded-full bg-raised"
      >
        <div
          style={{ width: percent === undefined ? '100%' : `${percent}%` }}
          className={`h-full bg-accent ${percent === undefined ? 'animate-pulse motion-reduce:animate-none' : ''}`}
        />
      </div>
      <p className="mt-2 text-ink-soft text-sm">
        {IMPORT_STEP_WORDS[step]}
        {percent !== undefined && `, ${percent} %`}. This page may be closed meanwhile.
      </p>
    </div>
  )
}
