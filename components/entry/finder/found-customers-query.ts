import { queryOptions, skipToken } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { foundCustomersSchema } from '@/lib/customers/finding'

/** Whether a text is long enough to find anybody. */
export function findsAnybody(q: string): boolean {
  return [...q].length >= 2
}

/** Who is meant by what was typed; nothing is asked for less than two characters. */
export function foundCustomersOptions(q: string) {
  return queryOptions({
    queryKey: ['found-customers', q] as const,
    queryFn: findsAnybody(q)
      ? ({ signal }) => fetchAnswer(`/api/found-customers?${new URLSearchParams({ q })}`, foundCustomersSchema, signal)
      : skipToken,
    staleTime: 10_000,
    gcTime: 60_000,
  })
}
