import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Runs the work of one request under its id, which the audit log then names. */
export function withRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work)
}

/** The id of the request that is being served; null outside of one. */
export function currentRequestId(): string | null {
  return current.getStore() ?? null
}
