import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportScreen } from '@/components/imports/import-screen'
import { settleImportJobs } from '@/db/commands/import/job-ends'
import { getBusiness } from '@/db/queries/business'
import { getImportJob } from '@/db/queries/import-jobs'
import { readEnv } from '@/lib/env'
import { RequestError } from '@/lib/failure'
import { wholeBusinessCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportJobPage({ params }: PageProps<'/import/[id]'>) {
  const caller = await wholeBusinessCaller('import')
  const db = getDatabase()
  await settleImportJobs(db)
  const [business, job] = await Promise.all([
    getBusiness(db),
    getImportJob(db, caller, (await params).id).catch((error: unknown) => {
      if (error instanceof RequestError && error.status === 404) notFound()
      throw error
    }),
  ])
  return <ImportScreen initial={job} business={business} megabytes={readEnv().IMPORT_MAX_MB} />
}
