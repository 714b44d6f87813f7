import { QueryClient } from '@tanstack/react-query'
import { RequestFailure } from './request-failure'

/** One for each request on the server, one for each open page in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refused request is refused again; a lost one may be answered the second time.
        retry: (failures, error) => failures < 1 && !(error instanceof RequestFailure && error.isRefusal),
      },
    },
  })
}
