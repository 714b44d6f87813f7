import { BookOpen, KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { KeysTable } from '@/components/accounts/keys-table'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { listApiKeys } from '@/db/queries/api-keys'
import { getBusiness } from '@/db/queries/business'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { revokeKey } from '../actions'

export const metadata: Metadata = { title: 'Keys' }

export default async function KeysPage() {
  const caller = await pageCaller('administer')
  const db = getDatabase()
  const [{ timeZone }, keys] = await Promise.all([getBusiness(db), listApiKeys(db, caller)])
  return (
    <>
      <PageHeading title="Keys" intro="By a key, a program asks the API for what its role and branches allow.">
        <Link href="/api-docs" className={buttonStyle()}>
          <BookOpen aria-hidden="true" className="size-4" />
          What the API takes
        </Link>
        <Link href="/keys/new" className={buttonStyle('primary')}>
          <KeyRound aria-hidden="true" className="size-4" />
          Create a key
        </Link>
      </PageHeading>
      <div className="mt-5">
        {keys.length > 0 ? (
          <KeysTable {...{ keys, timeZone }} now={new Date().toISOString()} revoke={revokeKey} />
        ) : (
          <EmptyState icon={KeyRound} title="No program has a key yet">
            A key is for one program, so that it can be revoked without stopping another.
          </EmptyState>
        )}
      </div>
    </>
  )
}
