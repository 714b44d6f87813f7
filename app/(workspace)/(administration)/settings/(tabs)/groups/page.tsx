import { ArrowRightLeft, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { GroupsTable } from '@/components/settings/groups-table'
import { LimitedNotice } from '@/components/settings/limited-notice'
import { MovedNote } from '@/components/settings/moved-note'
import { buttonStyle } from '@/components/ui/button-style'
import { listGroupSettings } from '@/db/queries/group-settings'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readMoved } from '@/lib/url/settings-url'
import { toSearchParams } from '../../../../search-params'
import { passGroup } from '../../groups/actions'

export const metadata: Metadata = { title: 'Groups' }

export default async function GroupSettingsPage({ searchParams }: PageProps<'/settings/groups'>) {
  const caller = await pageCaller('administer')
  const moved = readMoved(toSearchParams(await searchParams))
  const groups = await listGroupSettings(getDatabase(), caller)
  const limited = caller.scope.branches !== 'all'
  return (
    <div className="grid gap-4">
      {moved && <MovedNote moved={moved} groups={groups} />}
      {limited ? (
        <LimitedNotice>
          Groups are the whole business’s: an administrator with all branches can change them. The numbers are of your
          branches.
        </LimitedNotice>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Link href="/settings/groups/new" className={buttonStyle('primary')}>
            <Plus aria-hidden="true" className="size-4" />
            Add a group
          </Link>
          <Link href="/settings/groups/move" className={buttonStyle()}>
            <ArrowRightLeft aria-hidden="true" className="size-4" />
            Move customers
          </Link>
        </div>
      )}
      <GroupsTable groups={groups} pass={limited ? null : passGroup} />
    </div>
  )
}
