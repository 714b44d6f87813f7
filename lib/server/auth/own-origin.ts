import { readEnv } from '@/lib/env'
import { RequestError } from '@/lib/failure'

/** The origin that people reach us by: PUBLIC_URL, else the one that this request was sent to. */
export function ownOrigin(headers: Headers): string {
  return readEnv().PUBLIC_URL ?? `http://${headers.get('host') ?? '127.0.0.1'}`
}

/**
 * Refuses a request that another site made a browser send: a cookie, or a form, of ours never authorises that.
 * @throws RequestError 403 `cross_site`.
 */
export function assertOwnOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const isOwn = origin !== null ? origin === ownOrigin(headers) : headers.get('sec-fetch-site') === 'same-origin'
  if (isOwn) return
  throw new RequestError(
    403,
    'cross_site',
    'This request did not come from a page of this application. Where its address is not the one it was started with, set PUBLIC_URL.',
  )
}
