'use client'

import dynamic from 'next/dynamic'
import { useDeferredValue } from 'react'
import type { Business } from '@/lib/business'
import { OverTimeFailure, OverTimeSkeleton } from './over-time-states'
import type { SeriesView } from './use-series-view'

const OverTime = dynamic(() => import('./over-time').then((code) => code.OverTime), { loading: OverTimeSkeleton })

type OverTimePanelProps = { view: SeriesView; business: Business; openGroup: string | null }

/** The figures over time, or why they are not there. Their code is fetched when they are there. */
export function OverTimePanel({ view, business, openGroup }: OverTimePanelProps) {
  const { series, ...choices } = view
  const { data, error, isFetching, isPlaceholderData, refetch } = series
  // To draw them takes a phone long: it is done bit by bit, and whoever presses something meanwhile does not wait.
  const drawn = useDeferredValue(data)
  if (error)
    return (
      <OverTimeFailure
        message={error.message}
        onRetry={() => refetch()}
        {...(choices.bucket !== 'auto' && { onAuto: () => choices.onBucket('auto') })}
      />
    )
  if (!drawn) return <OverTimeSkeleton />
  const busy = isFetching || isPlaceholderData || drawn !== data
  return <OverTime answer={drawn} {...{ busy, business, openGroup, ...choices }} />
}
