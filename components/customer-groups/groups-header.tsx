import { Download, RotateCw } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import type { GroupsAnswer, GroupsParams } from '@/lib/customer-groups/contract'
import { formatExactTime, formatTime } from '@/lib/format/date'
import { groupsHref } from '@/lib/url/groups-url'

type GroupsHeaderProps = {
  params: GroupsParams
  meta: GroupsAnswer['meta'] | undefined
  openName: string | null
  fetching: boolean
  onRefresh: () => void
}

/** The title, the time that the figures are of (a moment of the past is a notice), and the way to take them along. */
export function GroupsHeader({ params, meta, openName, fetching, onRefresh }: GroupsHeaderProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h1 className="mr-auto font-semibold text-2xl tracking-tight">Customer groups</h1>
      <div className="flex flex-wrap items-center gap-2">
        {meta && params.as_of === undefined && (
          <p className="mr-1 text-ink-soft text-sm tabular-nums" title={formatExactTime(meta.as_of, meta.time_zone)}>
            as of {formatTime(meta.as_of, meta.time_zone)}
          </p>
        )}
        <button type="button" onClick={onRefresh} aria-disabled={fetching} className={buttonStyle()}>
          <RotateCw aria-hidden="true" className="size-4" />
          Refresh
        </button>
        {meta && (
          <a
            href={groupsHref('/customer-groups/export', { ...params, as_of: meta.as_of, page: 1 })}
            download
            className={buttonStyle()}
          >
            <Download aria-hidden="true" className="size-4" />
            Export CSV
            <span className="sr-only">of {openName ?? 'all groups'}</span>
          </a>
        )}
      </div>
    </div>
  )
}
