import { isHttps } from './auth/session-cookie'

const YEAR_SECONDS = 31_536_000

/**
 * The content security policy of a page: scripts run only with the request's nonce, and nothing is loaded from or sent
 * to another origin. Inline styles stay allowed, for they are how React writes `style`. Development needs eval.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Under https, browsers ask by https alone from then on. */
export function setTransportSecurity(headers: Headers): void {
  if (isHttps()) headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`)
}
