import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Basics } from '@/components/api-docs/basics'
import { OperationSection } from '@/components/api-docs/operation-section'
import { OperationsIndex } from '@/components/api-docs/operations-index'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'
import { describeApi, failureShape } from '@/lib/api/described'
import { pageCaller } from '@/lib/server/auth/caller'
import { ownOrigin } from '@/lib/server/auth/own-origin'

export const metadata: Metadata = { title: 'API' }

export default async function ApiDocsPage() {
  await pageCaller('read')
  const subjects = describeApi(ownOrigin(await headers()))
  return (
    <>
      <PageHeading title="API" intro="What a program can ask for and record, with a key of its own.">
        <a href="/api/openapi.json" className={buttonStyle()}>
          OpenAPI 3.1 document
        </a>
      </PageHeading>
      <div className="mt-5 grid gap-4">
        <Basics failureShape={failureShape()} />
        <OperationsIndex subjects={subjects} />
        {subjects.map(({ subject, operations }) => (
          <section key={subject} aria-labelledby={`subject-${subject}`} className="grid min-w-0 gap-4">
            <h2 id={`subject-${subject}`} className="mt-4 font-semibold text-lg tracking-tight">
              {subject}
            </h2>
            {operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
