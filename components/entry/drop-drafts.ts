/** With what the names of all kept drafts begin. */
export const DRAFT_PREFIX = 'entry-draft:'

/** Drops every draft of this tab, or those of certain names. */
export function dropDrafts(which: (name: string) => boolean = () => true): void {
  quietly(() => {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(DRAFT_PREFIX) && which(name))
    for (const name of names) sessionStorage.removeItem(name)
  })
}

/** Storage throws where it is full or switched off. */
export function quietly<Result>(use: () => Result): Result | null {
  try {
    return use()
  } catch {
    return null
  }
}
