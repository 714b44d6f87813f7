import { and, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { savedViews, users } from '@/db/schema/accounts'
import { RequestError } from '@/lib/failure'
import { type SavedView, VIEWS_LIMIT } from '@/lib/views/saved-view'
import type { Transaction } from './retried-transaction'

/**
 * Keeps the choices of the groups page under a name of the caller's own. Sent again, it is done already.
 * @throws RequestError 409 `name_taken`, 409 `too_many_views`, 403 for whoever is no person.
 */
export async function saveView(db: Database, caller: Caller, view: Pick<SavedView, 'name' | 'query'>): Promise<void> {
  const userId = ownerId(caller)
  await db.transaction(async (tx) => {
    await lockOwner(tx, userId)
    const [there] = await tx.select({ query: savedViews.query }).from(savedViews).where(named(userId, view.name))
    if (there?.query === view.query) return
    if (there) throw nameTaken(view.name)
    if ((await countViews(tx, userId)) >= VIEWS_LIMIT)
      throw new RequestError(409, 'too_many_views', `${VIEWS_LIMIT} views are kept already. Remove one first.`)
    await tx.insert(savedViews).values({ id: uuidv7(), userId, ...view, nameKey: keyOf(view.name) })
  })
}

/** Calls a view something else. @throws RequestError 409 `name_taken`, 404 where it is not the caller's or gone. */
export async function renameView(db: Database, caller: Caller, { id, name }: Pick<SavedView, 'id' | 'name'>) {
  const userId = ownerId(caller)
  await db.transaction(async (tx) => {
    await lockOwner(tx, userId)
    const [there] = await tx.select({ id: savedViews.id }).from(savedViews).where(named(userId, name))
    if (there && there.id !== id) throw nameTaken(name)
    await changeOwn(tx, userId, id, { name, nameKey: keyOf(name) })
  })
}

/** Keeps other choices under a view's name. @throws RequestError 404 where it is not the caller's or gone. */
export async function replaceView(db: Database, caller: Caller, { id, query }: Pick<SavedView, 'id' | 'query'>) {
  await db.transaction((tx) => changeOwn(tx, ownerId(caller), id, { query }))
}

/** Removes a view of the caller's own; one that is gone is removed already. */
export async function removeView(db: Database, caller: Caller, { id }: Pick<SavedView, 'id'>): Promise<void> {
  await db.delete(savedViews).where(own(ownerId(caller), id))
}

type Changed = Partial<Pick<typeof savedViews.$inferInsert, 'name' | 'query'>> & { nameKey?: ReturnType<typeof keyOf> }

async function changeOwn(tx: Transaction, userId: string, id: string, changed: Changed): Promise<void> {
  const done = await tx.update(savedViews).set(changed).where(own(userId, id)).returning({ id: savedViews.id })
  if (done.length === 0) throw new RequestError(404, 'not_found', 'This view is not there any more.')
}

/** Changes of one person's views follow each other, so that neither their number nor a name is exceeded. */
async function lockOwner(tx: Transaction, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
}

async function countViews(tx: Transaction, userId: string): Promise<number> {
  const kept = await tx.select({ id: savedViews.id }).from(savedViews).where(eq(savedViews.userId, userId))
  return kept.length
}

const keyOf = (name: string) => sql<string>`lower(normalize(${name}::text, NFKC))`
const own = (userId: string, id: string) => and(eq(savedViews.userId, userId), eq(savedViews.id, id))
const named = (userId: string, name: string) => and(eq(savedViews.userId, userId), eq(savedViews.nameKey, keyOf(name)))

function nameTaken(name: string): RequestError {
  const message = `There is a view “${name}” already.`
  return new RequestError(409, 'name_taken', message, [{ name: 'name', message }])
}

function ownerId({ kind, id }: Caller): string {
  if (kind === 'person' && id !== null) return id
  throw new RequestError(403, 'not_allowed', 'Only a person has views of their own.')
}
