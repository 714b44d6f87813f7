import type { DescribedFailure } from '@/lib/api/failures'

/** The errors of an operation: status, code and when it is met. */
export function FailuresList({ failures }: { failures: readonly DescribedFailure[] }) {
  return (
    <ul className="grid gap-2 text-sm sm:gap-1">
      {failures.map(({ code, status, when }) => (
        <li key={code} className="grid gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <code className="font-mono text-xs leading-5">
            {status} {code}
          </code>
          <span className="text-ink-soft">{when}</span>
        </li>
      ))}
    </ul>
  )
}
