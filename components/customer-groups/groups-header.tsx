import { RotateCw } from 'lucide-react'
import { AgreementMark } from '@/components/agreement/agreement-mark'
import { buttonStyle } from '@/components/ui/button-style'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { formatExactTime, formatTime } from '@/lib/format/date'
import { may } from '@/lib/roles'
import { type SignedIn, wordsForAllBranches } from '@/lib/signed-in'
import type { Choices } from '@/lib/url/groups-url'
import { CopyLink } from './copy-link'
import { ExportMenu } from './export-menu'
import { type OwnViews, ViewsMenu } from './views/views-menu'

type GroupsHeaderProps = {
  params: GroupsParams
  person: SignedIn
  own: OwnViews
  href: (params: Choices) => string
  meta: GroupsAnswer['meta'] | undefined
  openName: string | null
  fetching: boolean
  onRefresh: () => void
}

/** The title, whose branches and which moment the figures are of (one of the past is a notice), and what to do with them. */
export function GroupsHeader({ params, person, own, href, meta, openName, fetching, onRefresh }: GroupsHeaderProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="mr-auto flex flex-wrap items-baseline gap-x-3">
        <h1 className="font-semibold text-2xl tracking-tight">Customer groups</h1>
        <BranchNames person={person} />
        {meta && <AgreementMark timeZone={meta.time_zone} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {meta && params.as_of === undefined && (
          <p className="mr-1 text-ink-soft text-sm tabular-nums" title={formatExactTime(meta.as_of, meta.time_zone)}>
            as of {formatTime(meta.as_of, meta.time_zone)}
          </p>
        )}
        <button
          type="button"
          onClick={onRefresh}
          aria-disabled={fetching}
          className={buttonStyle('plain', 'max-sm:w-10 max-sm:px-0')}
        >
          <RotateCw aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">Refresh</span>
        </button>
        <ViewsMenu own={own} />
        {meta && <CopyLink href={href({ ...params, as_of: meta.as_of })} meta={meta} />}
        {meta && may(person.role, 'export') && <ExportMenu params={params} asOf={meta.as_of} openName={openName} />}
      </div>
    </div>
  )
}

/** Said to those who see only some branches, so that nobody takes their figures for the whole business. */
function BranchNames({ person }: { person: SignedIn }) {
  const { branchNames } = person
  if (branchNames === null) return null
  const words = wordsForAllBranches(person)
  return (
    <p className="text-ink-soft text-sm">
      <bdi>{branchNames.length > 1 ? `${words}: ${branchNames.join(', ')}` : words}</bdi>
    </p>
  )
}
