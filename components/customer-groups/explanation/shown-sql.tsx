import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'

/** The statement that counts the rows and adds them up, to be run by somebody else. */
export function ShownSql({ sql: { text, parameters } }: { sql: ExplanationAnswer['sql'] }) {
  const listed = parameters.map((value, index) => `$${index + 1} = ${value === null ? 'null' : value}`).join('\n')
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-10 items-center font-semibold text-sm underline-offset-4 hover:underline">
        The SQL behind it
      </summary>
      <p className="mb-2 max-w-prose text-sm leading-6">
        It answers with the number of the rows and, in minor units, the sum of their amounts.
      </p>
      <div className="mb-2 flex flex-wrap gap-2">
        <CopyButton label="Copy SQL" text={text} />
        <CopyButton label="Copy parameters" text={listed} />
      </div>
      <CodeBlock label="SQL">{text}</CodeBlock>
      <div className="mt-2">
        <CodeBlock label="Parameters">{listed}</CodeBlock>
      </div>
    </details>
  )
}
