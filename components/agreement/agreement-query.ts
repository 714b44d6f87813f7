import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'

/** A page that stays open asks no more often than this. */
const ASKED_EVERY_MS = 5 * 60_000

const agreementContract = () => import('@/lib/agreement/contract').then((code) => code.agreementSchema)

/** The last check of what the person may see. */
export const agreementOptions = queryOptions({
  queryKey: ['agreement'] as const,
  queryFn: ({ signal }) => fetchAnswer('/api/agreement', agreementContract, signal),
  staleTime: ASKED_EVERY_MS,
  gcTime: 2 * ASKED_EVERY_MS,
})

/** Has everything checked anew. */
export function checkAgain() {
  return fetchAnswer('/api/agreement?again=true', agreementContract)
}
