import { parseCookies } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { assertMay, type Caller } from '@/db/access'
import { may, type Permission } from '@/lib/roles'
import { getDatabase } from '@/lib/server/database'
import { PATH_HEADER } from '@/lib/server/request-headers'
import { findCaller, unauthenticated } from './find-caller'
import { assertOwnOrigin } from './own-origin'
import { sessionCookieName } from './session-cookie'

/**
 * Who sends a request to a route handler, by session cookie or key.
 * @throws RequestError 401 `unauthenticated`, 403 `not_allowed` for a role that may not, 403 `cross_site`.
 */
export async function requireCaller(request: Request, permission: Permission): Promise<Caller> {
  const { headers, method } = request
  const cookie = parseCookies(headers.get('cookie') ?? '').get(sessionCookieName())
  const caller = await findCaller(getDatabase(), { headers, method, cookie })
  if (!caller) throw unauthenticated()
  assertMay(caller, permission)
  return caller
}

/** Who looks at a page. Sends to the sign-in where nobody is signed in, and to /not-allowed where the role may not. */
export async function pageCaller(permission: Permission): Promise<Caller> {
  const caller = await signedIn()
  if (!caller) return redirect(await signInPath())
  if (!may(caller.role, permission)) return redirect('/not-allowed')
  return caller
}

/** Who looks at a page about the whole business: as `pageCaller`, for those with all branches alone. */
export async function wholeBusinessCaller(permission: Permission): Promise<Caller> {
  const caller = await pageCaller(permission)
  return caller.scope.branches === 'all' ? caller : redirect('/not-allowed')
}

/**
 * Who sends a server action. As `pageCaller`, and nothing that another site had a browser send.
 * @throws RequestError 403 `cross_site`.
 */
export async function actionCaller(permission: Permission): Promise<Caller> {
  assertOwnOrigin(await headers())
  return pageCaller(permission)
}

/** Who is signed in, or null: for pages that are open to all. Asked of the database once for each page. */
export const signedIn = cache(async (): Promise<Caller | null> => {
  const given = await headers()
  const cookie = (await cookies()).get(sessionCookieName())?.value
  // Keys are for routes: a page is for people.
  const sent = new Headers(given)
  sent.delete('authorization')
  // A browser names the origin with whatever is no plain visit.
  return findCaller(getDatabase(), { headers: sent, method: given.has('origin') ? 'POST' : 'GET', cookie })
})

async function signInPath(): Promise<string> {
  const path = (await headers()).get(PATH_HEADER)
  return path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in'
}
