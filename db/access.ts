import { RequestError } from '@/lib/failure'
import { may, type Permission, type Role } from '@/lib/roles'

declare const made: unique symbol

/** The branches whose orders the caller may see. Only this module makes one, so an unscoped read does not compile. */
export type Scope = { readonly branches: 'all' | readonly string[]; readonly [made]: true }

/** Who asks: decided once for each request, and handed to every query (its scope) and command (all of it). */
export type Caller = {
  readonly kind: 'person' | 'key' | 'shell'
  /** The person's or key's id; null for the shell. */
  readonly id: string | null
  readonly name: string
  readonly role: Role
  readonly scope: Scope
  /** The address that the request came from; null for the shell. */
  readonly address: string | null
  readonly requestId: string | null
  /** The session that a person asks by; null for keys and the shell. */
  readonly sessionId: string | null
}

/** What a session or key says of its holder, as read from the database. */
export type Holder = { allBranches: boolean; branchIds: readonly string[] }

/** From where a request came, for the audit log. */
export type CameFrom = { readonly address: string | null; readonly requestId: string | null }

/** Sees everything: for scripts and tests alone. */
export function systemScope(): Scope {
  return branded('all')
}

/** Whoever works at the shell of the machine that holds the database: may do everything, and is named in the audit log. */
export function shellCaller(): Caller {
  const nobody = { id: null, address: null, requestId: null, sessionId: null }
  return { kind: 'shell', name: 'shell', role: 'admin', scope: systemScope(), ...nobody }
}

/** Sees the orders of these branches alone, by their ids. */
export function branchScope(branchIds: readonly string[]): Scope {
  return branded(branchIds)
}

/** The cast makes the brand: it is a mark for the compiler alone, and no value could carry it. */
function branded(branches: Scope['branches']): Scope {
  return { branches } as Scope
}

/** The scope of a person or key. */
export function scopeOf({ allBranches, branchIds }: Holder): Scope {
  return allBranches ? systemScope() : branchScope(branchIds)
}

/** A person with a session, or a key, as read from the database by `db/queries/callers.ts`. */
export function callerOf(
  kind: 'person' | 'key',
  holder: Holder & { id: string; name: string; role: Role; sessionId?: string },
  { address, requestId }: CameFrom,
): Caller {
  const { id, name, role, sessionId = null } = holder
  return { kind, id, name, role, scope: scopeOf(holder), address, requestId, sessionId }
}

/**
 * Ends what the caller's role may not do. Each command and each query of what only some may see begins with it.
 * @throws RequestError 403 `not_allowed`.
 */
export function assertMay(caller: Pick<Caller, 'role'>, permission: Permission): void {
  if (may(caller.role, permission)) return
  throw new RequestError(403, 'not_allowed', 'Your role does not allow this. Ask an administrator.')
}

/**
 * Ends what concerns every branch, where the caller is limited to some.
 * @throws RequestError 403 `beyond_your_branches`.
 */
export function assertAllBranches({ scope }: Pick<Caller, 'scope'>): void {
  if (scope.branches === 'all') return
  throw new RequestError(
    403,
    'beyond_your_branches',
    'This concerns the whole business. An administrator with all branches can do it.',
  )
}

/** Whether a branch, by its id, is one of a scope. */
export function hasBranch({ branches }: Scope, id: string): boolean {
  return branches === 'all' || branches.includes(id)
}

/** Whether a scope sees at least all that another holder sees. */
export function covers({ branches }: Scope, holder: Holder): boolean {
  if (branches === 'all') return true
  return !holder.allBranches && holder.branchIds.every((id) => branches.includes(id))
}
