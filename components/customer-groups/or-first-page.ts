import { RequestFailure } from '@/components/query/request-failure'
import { RequestError } from '@/lib/failure'

/**
 * Loads a page of a list, and the first page where the asked one is beyond the last, for the list may have grown
 * shorter since the link was made: the answer's page number says so. Throws what `load` throws otherwise.
 */
export async function orFirstPage<Params extends { page: number }, Answer>(
  params: Params,
  load: (params: Params) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await load(params)
  } catch (error) {
    if (params.page === 1 || !refusesThePage(error)) throw error
    return load({ ...params, page: 1 })
  }
}

/** On the server the query itself refuses, in the browser the API's answer does. */
function refusesThePage(error: unknown): boolean {
  const refused = error instanceof RequestFailure || error instanceof RequestError
  return refused && error.fields.some((field) => field.name === 'page')
}
