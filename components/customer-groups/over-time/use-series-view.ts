'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { seriesOptions } from '@/components/customer-groups/groups-queries'
import { viewParsers } from '@/components/customer-groups/url-parsers'
import { useBrowserIdle } from '@/components/ui/use-browser-idle'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Bucket, SeriesMeasure } from '@/lib/definitions'
import { haveSameSeries } from './same-series'

/**
 * The figures over time for the page's choices, as of its overview, asked for once that is there and the browser is idle; which figure and
 * which parts are in the URL.
 */
export function useSeriesView(params: GroupsParams, asOf: string, overviewThere: boolean) {
  const [{ measure, bucket, hidden: hiddenKeys }, setView] = useQueryStates(viewParsers, { history: 'replace' })
  const { period, from, to, compare, order_type, branch, group_by, group_at } = params
  const asked = { period, from, to, compare, order_type, branch, group_by, group_at, as_of: asOf, bucket }
  const idle = useBrowserIdle()
  const series = useQuery({
    ...seriesOptions(asked),
    enabled: overviewThere && idle,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const hidden: ReadonlySet<string> = useMemo(() => new Set(hiddenKeys?.split(',')), [hiddenKeys])
  return {
    series,
    measure,
    bucket,
    hidden,
    /** Where the series of another figure are others, all of them are drawn. */
    onMeasure: useCallback(
      (chosen: SeriesMeasure) =>
        void setView(({ measure: before, hidden: kept }) => ({
          measure: chosen,
          hidden: haveSameSeries(before, chosen) ? kept : null,
        })),
      [setView],
    ),
    onToggle: useCallback(
      (key: string) => {
        const kept = hidden.has(key) ? [...hidden].filter((other) => other !== key) : [...hidden, key]
        void setView({ hidden: kept.length === 0 ? null : kept.join(',') })
      },
      [hidden, setView],
    ),
    onBucket: useCallback((chosen: Bucket | 'auto') => void setView({ bucket: chosen }), [setView]),
  }
}

export type SeriesView = ReturnType<typeof useSeriesView>
