import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { agreementSchema } from '@/lib/agreement/contract'

/** A page that stays open asks no more often than this. */
const ASKED_EVERY_MS = 5 * 60_000

/** The last check of what the person may see. */
export const agreementOptions = queryOptions({
  queryKey: ['agreement'] as const,
  queryFn: ({ signal }) => fetchAnswer('/api/agreement', agreementSchema, signal),
  staleTime: ASKED_EVERY_MS,
  gcTime: 2 * ASKED_EVERY_MS,
})

/** Has everything checked anew. */
export function checkAgain() {
  return fetchAnswer('/api/agreement?again=true', agreementSchema)
}
