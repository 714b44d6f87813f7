import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { orFirstPage } from '@/components/customer-groups/or-first-page'
import { fetchAnswer } from '@/components/query/fetch-answer'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import { explanationAnswerSchema } from '@/lib/customer-groups/explanation/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { explanationApiHref } from '@/lib/url/explanation-url'

/** A page of how a figure came about; what it says of a past moment stays true. */
export function explanationOptions(params: GroupsParams, address: FigureAddress, asOf: string, page: number) {
  const href = explanationApiHref(params, address, asOf, page)
  return queryOptions({
    queryKey: ['explanation', href] as const,
    queryFn: ({ signal }) =>
      orFirstPage({ page }, (asked) =>
        fetchAnswer(explanationApiHref(params, address, asOf, asked.page), explanationAnswerSchema, signal),
      ),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}
