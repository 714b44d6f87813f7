import type { DescribedOperation } from '@/lib/api/described'
import { MethodBadge } from './method-badge'

type OperationsIndexProps = { subjects: readonly { subject: string; operations: readonly DescribedOperation[] }[] }

/** All operations at a glance, each a link to its place on the page. */
export function OperationsIndex({ subjects }: OperationsIndexProps) {
  return (
    <nav
      aria-label="Operations"
      className="grid gap-x-8 gap-y-4 rounded-box border bg-surface p-4 sm:p-5 lg:grid-cols-2"
    >
      {subjects.map(({ subject, operations }) => (
        <div key={subject} className="min-w-0">
          <h2 className="font-semibold text-sm">{subject}</h2>
          <ul className="mt-1">
            {operations.map(({ id, method, path, summary }) => (
              <li key={id}>
                <a href={`#${id}`} className="group block min-h-10 py-1.5">
                  <span className="text-sm group-hover:underline">{summary}</span>
                  <span className="mt-0.5 flex items-baseline gap-2">
                    <MethodBadge method={method} />
                    <span className="min-w-0 break-all font-mono text-ink-soft text-xs">{path}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
