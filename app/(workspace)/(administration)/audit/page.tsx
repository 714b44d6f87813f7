import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { AuditFilters } from '@/components/accounts/audit-filters'
import { AuditPages } from '@/components/accounts/audit-pages'
import { AuditTable } from '@/components/accounts/audit-table'
import { RubbishNotice } from '@/components/customer-groups/groups-notices'
import { PageHeading } from '@/components/layout/page-heading'
import { EmptyState } from '@/components/ui/empty-state'
import { readAuditLog } from '@/db/queries/audit-log'
import { getBusiness } from '@/db/queries/business'
import { wholeBusinessCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readAuditUrl } from '@/lib/url/audit-url'
import { toSearchParams } from '../../search-params'
import { listActors } from './list-actors'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const caller = await wholeBusinessCaller('administer')
  const { params, rubbish } = readAuditUrl(toSearchParams(await searchParams))
  const db = getDatabase()
  const [{ timeZone }, actors, { entries, next }] = await Promise.all([
    getBusiness(db),
    listActors(db, caller),
    readAuditLog(db, caller, params),
  ])
  return (
    <>
      <PageHeading title="Audit log" intro="Who did what and when. Nobody can change or delete what stands here." />
      <div className="mt-5">
        <AuditFilters params={params} actors={actors} />
      </div>
      <RubbishNotice rubbish={rubbish} />
      <div className="mt-4">
        {entries.length > 0 ? (
          <AuditTable entries={entries} timeZone={timeZone} />
        ) : (
          <EmptyState icon={ScrollText} title="Nothing matches">
            Nothing like this was written down in these days.
          </EmptyState>
        )}
        <AuditPages params={params} next={next} />
      </div>
    </>
  )
}
