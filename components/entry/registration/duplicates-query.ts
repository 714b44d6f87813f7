import { queryOptions, skipToken } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { type DuplicateQuestion, duplicatesSchema } from '@/lib/customers/finding'

/** Who may be the same person as the one who is being registered; nothing is asked at null. */
export function duplicatesOptions(question: DuplicateQuestion | null) {
  return queryOptions({
    queryKey: ['duplicates', question] as const,
    queryFn: question
      ? ({ signal }) =>
          fetchAnswer('/api/duplicates', duplicatesSchema, signal, { method: 'POST', body: JSON.stringify(question) })
      : skipToken,
    gcTime: 60_000,
  })
}
