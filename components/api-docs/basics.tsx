import type { ReactNode } from 'react'
import { Section } from '@/components/layout/section'
import { CodeBlock } from '@/components/ui/code-block'

/** What holds for every operation: keys, errors, and how something is done once. */
export function Basics({ failureShape }: { failureShape: string }) {
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Section title="Keys">
        <Words>
          Send <Code>Authorization: Bearer cgk_…</Code> with every request. A key has a role and branches, and sees the
          records of its branches alone. Administrators make and revoke keys; one is for one program.
        </Words>
      </Section>
      <Section title="Done once">
        <Words>
          What makes a record takes an <Code>Idempotency-Key</Code>: choose one for each thing that you mean to do, and
          send the same again where an answer was lost. It is done once, and answered alike for seven days.
        </Words>
        <Words>
          What changes a record names the <Code>version</Code> that was read. Where it is another one now, the answer is
          409 <Code>changed_meanwhile</Code>: read again, then decide.
        </Words>
      </Section>
      <Section title="Errors">
        <Words>
          Every error has a true status and this body. <Code>code</Code> is for programs and stays, <Code>error</Code>{' '}
          is a sentence for people. After 429 and 503, wait for <Code>Retry-After</Code> seconds.
        </Words>
        <div className="mt-3">
          <CodeBlock label="The body of an error">{failureShape}</CodeBlock>
        </div>
      </Section>
    </div>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <p className="max-w-prose text-ink-soft text-sm [&+&]:mt-2">{children}</p>
}

function Code({ children }: { children: string }) {
  return <code className="break-words font-mono text-ink text-xs">{children}</code>
}
