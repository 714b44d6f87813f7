import type { ReactNode } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import type { DescribedOperation } from '@/lib/api/described'
import { ROLE_WORDS } from '@/lib/format/account-words'
import { FailuresList } from './failures-list'
import { MethodBadge } from './method-badge'
import { ParametersTable } from './parameters-table'

/** One operation: what it does, what it takes, a call of it, and what it answers. */
export function OperationSection({ operation }: { operation: DescribedOperation }) {
  const { id, method, path, summary, notes, leastRole, parameters, body, curl, answer, failures } = operation
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="min-w-0 rounded-box border bg-surface p-4 sm:p-5">
      <h3 id={`${id}-title`} className="font-semibold">
        {summary}
      </h3>
      <p className="mt-2 flex flex-wrap items-baseline gap-2">
        <MethodBadge method={method} />
        <code className="min-w-0 break-all font-mono text-sm">{path}</code>
        <span className="text-ink-soft text-sm">{roleInWords(leastRole)}</span>
      </p>
      <p className="mt-2 max-w-prose text-ink-soft text-sm">{notes}</p>
      <div className="mt-4 grid gap-4 [&>*]:min-w-0">
        {parameters.length > 0 && (
          <Part title="Parameters">
            <ParametersTable parameters={parameters} />
          </Part>
        )}
        <Part title="Example">
          <CodeBlock label={`Example: ${summary}`}>{curl}</CodeBlock>
        </Part>
        {body && (
          <Part title="Body, application/json">
            <CodeBlock label={`Body: ${summary}`}>{body}</CodeBlock>
          </Part>
        )}
        <Part title={`Answer: ${answer.title}`}>
          {answer.shape && <CodeBlock label={`Answer: ${summary}`}>{answer.shape}</CodeBlock>}
        </Part>
        <details>
          <summary className="min-h-10 py-2 font-medium text-sm">Errors ({failures.length})</summary>
          <FailuresList failures={failures} />
        </details>
      </div>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="mb-1.5 font-medium text-sm">{title}</h4>
      {children}
    </div>
  )
}

function roleInWords(leastRole: DescribedOperation['leastRole']): string {
  if (leastRole === null) return 'open to all'
  return leastRole === 'viewer' ? 'any key' : `role ${ROLE_WORDS[leastRole].toLowerCase()} or above`
}
