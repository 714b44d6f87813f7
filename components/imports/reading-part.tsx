'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { undecided } from '@/lib/imports/choose'
import type { FilePart, ImportChoice, ImportJob } from '@/lib/imports/job'
import type { Reading } from '@/lib/imports/mapping'
import { FileReading } from './file-reading'
import { readAgain, startPreview } from './import-queries'

type ReadingPartProps = { job: ImportJob; onJob: (job: ImportJob) => void }

/** How each file is read: guessed, shown and to be changed, and from here to the preview. */
export function ReadingPart({ job, onJob }: ReadingPartProps) {
  const [choices, setChoices] = useState(() => choicesOf(job))
  const preview = useMutation({ mutationFn: () => startPreview(job.id, choices), onSuccess: onJob })
  const again = useMutation({
    mutationFn: ({ part, reading }: { part: FilePart; reading: Reading }) => readAgain(job.id, part, reading),
    onSuccess: (next, { part }) => {
      const guess = next.details[part]?.guess
      if (guess) setChoices((before) => before.map((choice) => (choice.part === part ? guess : choice)))
      onJob(next)
    },
  })
  const [first, second] = choices
  const isTwice = first !== undefined && first.kind === second?.kind
  const isDecided = choices.every((choice) => {
    const details = job.details[choice.part]
    return details !== undefined && undecided(choice, details).length === 0
  })
  const failure = preview.error ?? again.error
  return (
    <>
      {choices.map((choice) => {
        const [file, details] = [job.files.find(({ part }) => part === choice.part), job.details[choice.part]]
        if (!file || !details) return null
        return (
          <FileReading
            key={choice.part}
            {...{ file, details, choice }}
            busy={again.isPending || preview.isPending}
            collapsed={job.state === 'previewed'}
            onChange={(next) => setChoices(choices.map((other) => (other.part === next.part ? next : other)))}
            onReadAgain={(reading) => again.mutate({ part: choice.part, reading })}
          />
        )
      })}
      {failure && <FailureNotice title="This was not done">{failure.message}</FailureNotice>}
      <div className="flex flex-wrap items-center gap-3">
        <button
          type="button"
          disabled={!isDecided || isTwice || preview.isPending || again.isPending}
          onClick={() => preview.mutate()}
          className={buttonStyle(job.state === 'previewed' ? 'plain' : 'primary')}
        >
          {job.state === 'previewed' ? 'Preview again' : 'Preview the import'}
        </button>
        <p role="status" className="text-ink-soft text-sm">
          {isTwice && 'Both files are of one kind: say which holds the customers and which the orders.'}
          {!isTwice && !isDecided && 'Something above has to be decided first.'}
          {!isTwice && isDecided && job.state === 'uploaded' && 'A preview changes nothing.'}
        </p>
      </div>
    </>
  )
}

/** As they were chosen for the last preview, unless a file was read in another way since; else as they were guessed. */
function choicesOf({ files, details, choices }: ImportJob): ImportChoice[] {
  return files.flatMap(({ part }) => {
    const found = details[part]
    const chosen = choices?.find((choice) => choice.part === part)
    const stillFits = chosen && found && undecided(chosen, found).length === 0
    return stillFits ? [chosen] : found ? [found.guess] : []
  })
}
