export type ReviewedLine = readonly [label: string, text: string]

/** What was typed, as it will be saved; what is blank is left out. */
export function Reviewed({ lines }: { lines: readonly ReviewedLine[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {lines
        .filter(([, text]) => text.trim() !== '')
        .map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="max-h-60 overflow-y-auto whitespace-pre-line wrap-anywhere" dir="auto">
              {text.trim()}
            </dd>
          </div>
        ))}
    </dl>
  )
}
