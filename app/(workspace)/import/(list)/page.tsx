import { FlaskConical } from 'lucide-react'
import type { Metadata } from 'next'
import { ImportStart } from '@/components/imports/import-start'
import { ImportsTable } from '@/components/imports/imports-table'
import { PageHeading } from '@/components/layout/page-heading'
import { Notice } from '@/components/ui/notice'
import { settleImportJobs } from '@/db/commands/import/job-ends'
import { getBusiness } from '@/db/queries/business'
import { listImports } from '@/db/queries/import-jobs'
import { readEnv } from '@/lib/env'
import { formatCount } from '@/lib/format/number'
import { wholeBusinessCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage() {
  const caller = await wholeBusinessCaller('import')
  const db = getDatabase()
  await settleImportJobs(db)
  const [{ timeZone, isSample }, imports] = await Promise.all([getBusiness(db), listImports(db, caller)])
  const { IMPORT_MAX_MB, IMPORT_MAX_ROWS } = readEnv()
  return (
    <>
      <PageHeading title="Import" intro="Brings customers and orders in from files: all rows of them, or none." />
      <div className="mt-5 grid gap-4">
        {isSample && (
          <Notice icon={FlaskConical}>
            These are the records of a sample workshop. What you import here is mixed with them: bring real records into
            a database of their own.
          </Notice>
        )}
        <ImportStart megabytes={IMPORT_MAX_MB} rows={formatCount(IMPORT_MAX_ROWS)} />
        <h2 className="mt-4 font-semibold">The latest imports</h2>
        <ImportsTable {...{ imports, timeZone }} />
      </div>
    </>
  )
}
