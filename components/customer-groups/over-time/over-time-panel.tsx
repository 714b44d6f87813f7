import type { Business } from '@/lib/business'
import { OverTime } from './over-time'
import { OverTimeFailure, OverTimeSkeleton } from './over-time-states'
import type { SeriesView } from './use-series-view'

type OverTimePanelProps = { view: SeriesView; business: Business; openGroup: string | null }

/** The figures over time, or why they are not there. */
export function OverTimePanel({ view, business, openGroup }: OverTimePanelProps) {
  const { series, ...choices } = view
  const { data, error, isFetching, isPlaceholderData, refetch } = series
  if (error)
    return (
      <OverTimeFailure
        message={error.message}
        onRetry={() => refetch()}
        {...(choices.bucket !== 'auto' && { onAuto: () => choices.onBucket('auto') })}
      />
    )
  if (!data) return <OverTimeSkeleton />
  return <OverTime answer={data} busy={isFetching || isPlaceholderData} {...{ business, openGroup, ...choices }} />
}
