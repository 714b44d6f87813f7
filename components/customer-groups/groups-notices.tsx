import { History, Link2Off } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { formatDateTime, formatExactTime, formatTime } from '@/lib/format/date'
import type { NotUnderstood } from '@/lib/url/groups-url'

/** Parts of the link that were passed over, named, so that nobody takes a default for what they asked. */
export function RubbishNotice({ rubbish }: { rubbish: NotUnderstood[] }) {
  if (rubbish.length === 0) return null
  const named = rubbish.map(({ name, value }) => `${clipped(name)}=${clipped(value)}`)
  return (
    <Notice icon={<Link2Off aria-hidden="true" className="size-4 shrink-0" />}>
      <p>
        Not understood in this link: <bdi className="break-all font-mono text-xs">{named.join(', ')}</bdi>. The default
        is shown instead.
      </p>
    </Notice>
  )
}

/** The page stands at a moment of the past. */
export function AsOfNotice({ meta, onShowNow }: { meta: GroupsAnswer['meta']; onShowNow: () => void }) {
  return (
    <Notice icon={<History aria-hidden="true" className="size-4 shrink-0" />}>
      <span title={formatExactTime(meta.as_of, meta.time_zone)}>
        As of {formatDateTime(meta.as_of, meta.time_zone)}.
      </span>
      <button type="button" onClick={onShowNow} className={buttonStyle('plain', 'ml-auto')}>
        Show now
      </button>
    </Notice>
  )
}

type OutdatedNoticeProps = { failure: Error; kept: GroupsAnswer['meta']; onRetry: () => void }

/** Refreshing failed, and the figures of before are still shown. */
export function OutdatedNotice({ failure, kept, onRetry }: OutdatedNoticeProps) {
  return (
    <FailureNotice title="The figures could not be refreshed" onRetry={onRetry} className="mt-4">
      {failure.message} The figures below are as of {formatTime(kept.as_of, kept.time_zone)}.
    </FailureNotice>
  )
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-box bg-warn-ground px-4 py-2 text-sm text-warn-ink"
    >
      {icon}
      {children}
    </div>
  )
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
