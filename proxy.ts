import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookieName } from '@/lib/server/auth/session-cookie'
import { NONCE_HEADER, PATH_HEADER } from '@/lib/server/request-headers'
import { pagePolicy, setTransportSecurity } from '@/lib/server/security-headers'
import { signInHref } from '@/lib/url/next-path'

const OPEN_PAGES = /^\/(sign-in|setup|join|reset)$/
const POLICY = 'Content-Security-Policy'

/**
 * Gives every page its security headers, and spares whoever has no session cookie a page that would only send them to
 * the sign-in. Who may see what is decided by the pages themselves and by each query.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const isVisit = request.method === 'GET' || request.method === 'HEAD'
  if (isVisit && !OPEN_PAGES.test(pathname) && !request.cookies.has(sessionCookieName())) {
    return secured(NextResponse.redirect(new URL(signInHref(pathname + search), request.nextUrl)))
  }
  const nonce = randomBytes(16).toString('base64')
  // Next's own idiom for development; its renderer takes the nonce for its scripts from the request's policy.
  const policy = pagePolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set(POLICY, policy)
  headers.set(NONCE_HEADER, nonce)
  headers.set(PATH_HEADER, pathname + search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set(POLICY, policy)
  return secured(response)
}

function secured(response: NextResponse): NextResponse {
  response.headers.set('Cache-Control', 'no-store')
  setTransportSecurity(response.headers)
  return response
}

/** Pages alone: a body that passes here is cut at 10 MiB, and a stream or a file of ours needs nothing of this. */
export const config = {
  matcher: [
    '/((?!api/|import-jobs(?:/|$)|(?:customer-groups|customers|orders)/export$|_next/static/|icon\\.svg$|apple-icon\\.png$|icon-192\\.png$|icon-512\\.png$|manifest\\.webmanifest$|favicon\\.ico$).*)',
  ],
}
