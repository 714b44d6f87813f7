'use client'

import clsx from 'clsx'
import { FileUp } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'

type DropZoneProps = {
  title: string
  hint: string
  busy: boolean
  /** At most so many files are taken. */
  most: 1 | 2
  onFiles: (files: File[]) => void
}

/** Takes files that are dropped on it, or picked: by a press, the keyboard, or the picker of a phone. */
export function DropZone({ title, hint, busy, most, onFiles }: DropZoneProps) {
  const hintId = useId()
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (!busy && files.length > 0) onFiles(files)
  }
  const input = useRef<HTMLInputElement>(null)
  const takePicked = () => {
    if (!input.current) return
    take(input.current.files)
    input.current.value = ''
  }
  // Files that were picked before the page had come alive told nobody.
  const begin = useEffectEvent(takePicked)
  useEffect(() => begin(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the first.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={clsx(
        'relative flex flex-col items-center rounded-box border border-dashed px-4 py-8 text-center transition-colors duration-150 focus-within:border-accent',
        over ? 'border-accent bg-accent-ground' : 'border-line-strong bg-surface',
      )}
    >
      <FileUp aria-hidden="true" className="size-7 text-ink-soft" strokeWidth={1.5} />
      <p className="mt-3 font-semibold">{busy ? 'Sending…' : title}</p>
      <p id={hintId} className="mt-1 max-w-prose text-ink-soft text-sm">
        {hint}
      </p>
      {/* Over all of the zone, so that a press anywhere opens the picker and its focus is the zone's. */}
      <input
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv"
        multiple={most > 1}
        disabled={busy}
        aria-label={title}
        aria-describedby={hintId}
        ref={input}
        onChange={takePicked}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-wait"
      />
    </div>
  )
}
