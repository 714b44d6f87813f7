import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cookies, headers } from 'next/headers'
import type { CameFrom } from '@/db/access'
import { getDatabase } from '@/lib/server/database'
import { currentRequestId } from '@/lib/server/request-id'
import { type Auth, getAuth } from './auth'
import { clientAddress } from './client-address'
import { assertOwnOrigin } from './own-origin'
import type { sessionCookieAttributes } from './session-cookie'

type CookieAttributes = Partial<ReturnType<typeof sessionCookieAttributes>>

/** Somebody at a form that is open to all, with what their answer needs: where they come from and their cookies. */
export type Visitor = {
  db: NodePgDatabase
  auth: Auth
  headers: Headers
  setCookie(name: string, value: string, attributes: CookieAttributes): void
}

/**
 * Whoever sends the server action that is being served.
 * @throws RequestError 403 `cross_site` for a form that another site had a browser send.
 */
export async function actionVisitor(): Promise<Visitor> {
  const [given, jar] = [new Headers(await headers()), await cookies()]
  assertOwnOrigin(given)
  return {
    db: getDatabase(),
    auth: getAuth(),
    headers: given,
    setCookie: (name, value, attributes) => void jar.set(name, value, attributes),
  }
}

/** From where a visitor comes, for the audit log. */
export function originOf({ headers: given }: Pick<Visitor, 'headers'>): CameFrom {
  return { address: clientAddress(given), requestId: currentRequestId() }
}
