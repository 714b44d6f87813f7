declare const made: unique symbol

/** The branches whose orders the caller may see. Only this module makes one, so an unscoped read does not compile. */
export type Scope = { readonly branches: 'all' | readonly string[]; readonly [made]: true }

/** Sees everything: for scripts and tests, and for every request until there are accounts. */
export function systemScope(): Scope {
  return scopeOf('all')
}

/** Sees the orders of these branches alone, by their ids. */
export function branchScope(branchIds: readonly string[]): Scope {
  return scopeOf(branchIds)
}

/** The cast makes the brand: it is a mark for the compiler alone, and no value could carry it. */
function scopeOf(branches: Scope['branches']): Scope {
  return { branches } as Scope
}
