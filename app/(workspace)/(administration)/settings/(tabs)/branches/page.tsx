import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { BranchesTable } from '@/components/settings/branches-table'
import { LimitedNotice } from '@/components/settings/limited-notice'
import { buttonStyle } from '@/components/ui/button-style'
import { listBranchSettings } from '@/db/queries/branch-settings'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { passBranch } from '../../branches/actions'

export const metadata: Metadata = { title: 'Branches' }

export default async function BranchSettingsPage() {
  const caller = await pageCaller('administer')
  const branches = await listBranchSettings(getDatabase(), caller)
  const limited = caller.scope.branches !== 'all'
  return (
    <div className="grid gap-4">
      {limited ? (
        <LimitedNotice>
          These are your branches. An administrator with all branches can add others and change their order.
        </LimitedNotice>
      ) : (
        <Link href="/settings/branches/new" className={buttonStyle('primary', 'justify-self-start')}>
          <Plus aria-hidden="true" className="size-4" />
          Add a branch
        </Link>
      )}
      <BranchesTable branches={branches} pass={limited ? null : passBranch} />
    </div>
  )
}
