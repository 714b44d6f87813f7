import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { formatDays, zoneCity } from '@/lib/format/date'
import { daysBefore } from './compared-days'

/** The exact days of the figures, on whose clock, and what the changes compare with. */
export function PeriodHeading({ meta }: { meta: GroupsAnswer['meta'] }) {
  const before = meta.activity === 'inactive' ? null : daysBefore(meta)
  return (
    <p className="flex min-h-10 flex-col justify-center text-sm leading-5">
      <span className="font-medium">
        {formatDays(meta.from, meta.to, meta.time_zone)}, {zoneCity(meta.time_zone)}
      </span>
      {before !== null && (
        <span className="text-ink-soft">
          {meta.activity === 'not_back' ? 'against those who came' : 'compared with'} {before}
          {meta.elapsed && ', up to the same moment'}
        </span>
      )}
    </p>
  )
}
