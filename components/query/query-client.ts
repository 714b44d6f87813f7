import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { signInHref } from '@/lib/url/next-path'
import { RequestFailure } from './request-failure'

/** One for each request on the server, one for each open page in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({ onError: signInAgain }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refused request is refused again; a lost one may be answered the second time.
        retry: (failures, error) => failures < 1 && !(error instanceof RequestFailure && error.isRefusal),
      },
    },
  })
}

/** A session that has ended is told by the sign-in, which leads back; a document of its own leaves no figure behind. */
function signInAgain(error: Error): void {
  if (typeof window === 'undefined' || !(error instanceof RequestFailure) || error.status !== 401) return
  window.location.replace(signInHref(window.location.pathname + window.location.search))
}
